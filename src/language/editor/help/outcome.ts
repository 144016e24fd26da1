import type { Keyword } from '../../keywords.ts'

/** Keywords of ranking, classes, examples and amendments: what each does, and a clause that shows it. */
export const OUTCOME_HELP: Readonly<Partial<Record<Keyword, string>>> = {
  RankBy: 'Cách xếp hạng, lần lượt theo từng ý. Ví dụ: xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng',
  WithinClusters:
    'Mỗi cụm xếp hạng riêng. Ví dụ: xếp hạng trong từng cụm theo tổng điểm, vẫn bằng thì đồng hạng',
  Together: 'Mọi cụm xếp hạng chung. Ví dụ: xếp hạng chung các cụm theo tổng điểm, vẫn bằng thì đồng hạng',
  Rounded: 'So tổng điểm đã làm tròn. Ví dụ: xếp hạng theo tổng điểm đã làm tròn, vẫn bằng thì đồng hạng',
  FewerPenalties:
    'Ai bị trừ ít hơn thì xếp trên. Ví dụ: xếp hạng theo tổng điểm, rồi ít điểm trừ hơn, vẫn bằng thì đồng hạng',
  MoreBonus:
    'Ai được thưởng nhiều hơn thì xếp trên. Ví dụ: xếp hạng theo tổng điểm, rồi nhiều điểm thưởng hơn, vẫn bằng thì đồng hạng',
  By: 'Xếp hạng theo điều gì. Ví dụ: xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng',
  TotalPoints: 'Tổng điểm của đối tượng. Ví dụ: xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng',
  Then: 'Bằng nhau thì so tiếp ý sau; cũng dùng giữa các mức. Ví dụ: xếp hạng theo tổng điểm, rồi điểm nhóm II, vẫn bằng thì đồng hạng',
  TieShares: 'So hết mà vẫn bằng thì cùng hạng. Ví dụ: xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng',
  NextFollows:
    'Sau hai người hạng 1 là hạng 2. Ví dụ: xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng, hạng sau liền kề',
  MeanRank:
    'Hai người cùng hạng 1 thì mỗi người hạng 1,5. Ví dụ: xếp hạng theo tổng điểm, vẫn bằng thì đồng hạng, lấy hạng trung bình',
  NotRankedWhen: 'Điều kiện không được xếp hạng, xếp loại. Ví dụ: không xếp hạng khi để_mất_an_toàn',
  Classify: 'Mở bảng xếp loại; mỗi loại một dòng bên dưới. Ví dụ: xếp loại',
  EveryGroup: 'Điều kiện cho mọi nhóm. Ví dụ: không xếp hạng khi mọi nhóm dưới 50% điểm tối đa',
  EveryCriterion: 'Điều kiện cho mọi tiêu chí. Ví dụ: không xếp hạng khi mọi tiêu chí dưới 2 điểm',
  Number:
    'Khống chế số lượng của một loại. Ví dụ: "Xuất sắc" từ 90 điểm trở lên, không quá 20% số thôn, bằng nhau thì cùng được',
  EqualsInside:
    'Bằng điểm ở ranh giới thì đều được. Ví dụ: "Xuất sắc" từ 90 điểm trở lên, không quá 20% số thôn, bằng nhau thì cùng được',
  EqualsOutside:
    'Bằng điểm ở ranh giới thì đều không được. Ví dụ: "Xuất sắc" từ 90 điểm trở lên, không quá 20% số thôn, bằng nhau thì cùng không được',

  InterimReview:
    'Sơ kết các năm đầu: xếp hạng theo bình quân tổng điểm mỗi năm. Ví dụ: sơ kết giai đoạn 2026-2027 theo bình quân tổng điểm các năm',
  FinalReview:
    'Tổng kết cả giai đoạn, như sơ kết. Ví dụ: tổng kết giai đoạn 2026-2030 dự kiến theo bình quân tổng điểm các năm',
  MeanOfYears:
    'Tổng điểm cuối mỗi năm cộng lại, chia cho số năm. Ví dụ: sơ kết giai đoạn 2026-2027 "Giai đoạn 1" theo bình quân tổng điểm các năm',

  Example:
    'Một trường hợp mẫu và điểm phải ra. Ví dụ: ví dụ "Đủ bài" với bài = 24 thì tiêu chí 1 được 10 điểm',
  With: 'Các số liệu của ví dụ. Ví dụ: ví dụ "Đủ bài" với bài = 24 thì tiêu chí 1 được 10 điểm',
  SoThat: 'Kết quả phải ra. Ví dụ: ví dụ "Đủ bài" với bài = 24 thì tiêu chí 1 được 10 điểm',
  NotYet: 'Số liệu chưa được báo cáo. Ví dụ: ví dụ "Chưa nộp" với chưa có bài thì tiêu chí 1 được 0 điểm',
  Deducted: 'Số điểm bị trừ. Ví dụ: ví dụ "Chậm" với báo_cáo_chậm = 2 thì tiêu chí T1 bị trừ 1 điểm',

  Amend:
    'Sửa bộ tiêu chí hoặc một tiêu chí từ một ngày. Ví dụ: sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026',
  Repeal: 'Bỏ một tiêu chí. Ví dụ: bãi bỏ tiêu chí 6',
  Insert: 'Thêm một tiêu chí mới. Ví dụ: bổ sung tiêu chí 7 "Mới" tối đa 5 điểm vào nhóm II',
  Into: 'Tiêu chí mới thuộc nhóm nào. Ví dụ: bổ sung tiêu chí 7 "Mới" tối đa 5 điểm vào nhóm II',
  EffectiveFrom: 'Ngày sửa đổi bắt đầu có hiệu lực. Ví dụ: sửa đổi phiên bản 2026.2 hiệu lực từ 01/07/2026',
}
