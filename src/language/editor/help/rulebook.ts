import type { Keyword } from '../../keywords.ts'

/** Keywords of the head of a rulebook and of measures: what each does, and a clause that shows it. */
export const RULEBOOK_HELP: Readonly<Partial<Record<Keyword, string>>> = {
  Rulebook:
    'Mở đầu một bộ tiêu chí: tên, mã và phiên bản. Ví dụ: bộ tiêu chí "Tên" mã an-nong phiên bản 2026.1',
  Code: 'Mã ngắn của bộ tiêu chí, không dấu. Ví dụ: bộ tiêu chí "Tên" mã an-nong phiên bản 2026.1',
  Version: 'Số phiên bản của bộ tiêu chí. Ví dụ: bộ tiêu chí "Tên" mã an-nong phiên bản 2026.1',
  Citation: 'Văn bản làm căn cứ. Ví dụ: căn cứ "Nghị quyết số 57-NQ/TW"',
  Note: 'Điều người đọc cần biết, không ảnh hưởng đến điểm. Ví dụ: ghi chú "Số liệu lấy cuối kỳ"',
  Quote: 'Chép nguyên văn một đoạn của kế hoạch. Ví dụ: trích "Phấn đấu đạt 80%"',
  Guidance: 'Cách thực hiện hoặc cách lấy số liệu. Ví dụ: hướng dẫn "Lấy số cuối tháng"',
  Accept:
    'Giữ nguyên một chỗ bị cảnh báo và nêu lý do. Ví dụ: chấp nhận cảnh báo several-leads vì "Chép đúng kế hoạch"',
  Because: 'Lý do chấp nhận cảnh báo. Ví dụ: chấp nhận cảnh báo several-leads vì "Chép đúng kế hoạch"',
  AppliesTo: 'Ai được chấm và trong thời gian nào. Ví dụ: áp dụng cho xã, thôn từ 01/01/2026 đến 31/12/2026',
  FactPeriod:
    'Thời gian của số liệu được chấm, nếu khác thời gian áp dụng. Ví dụ: kỳ số liệu từ 01/01/2024 đến 31/12/2024',
  EveryYear: 'Số liệu của từng năm được chấm riêng. Ví dụ: kỳ số liệu từng năm',
  Attribute:
    'Đặc điểm có thể có của đối tượng, để viết trường hợp riêng. Ví dụ: đặc điểm thôn "miền núi", "biên giới"',
  Scale: 'Tổng điểm tối đa của cả bộ tiêu chí. Ví dụ: thang điểm 100',
  RoundTotal: 'Làm tròn tổng điểm khi công bố. Ví dụ: làm tròn tổng điểm 2 chữ số',
  RoundCriteria: 'Làm tròn điểm của từng tiêu chí rồi mới cộng. Ví dụ: làm tròn từng tiêu chí 1 chữ số',
  Digits: 'Bao nhiêu chữ số sau dấu phẩy. Ví dụ: làm tròn tổng điểm 2 chữ số',
  HalfUp:
    'Đúng một nửa thì làm tròn lên: 4,55 thành 4,6. Ví dụ: làm tròn tổng điểm 1 chữ số, nửa làm tròn lên',
  HalfEven:
    'Đúng một nửa thì làm tròn về chữ số chẵn: 4,65 thành 4,6. Ví dụ: làm tròn tổng điểm 1 chữ số, nửa làm tròn về số chẵn',
  RoundDown: 'Bỏ các chữ số thừa. Ví dụ: làm tròn tổng điểm 1 chữ số, làm tròn xuống',
  RoundUp: 'Có chữ số thừa thì làm tròn lên. Ví dụ: làm tròn tổng điểm 1 chữ số, làm tròn lên',
  Missing: 'Tiêu chí chưa có số liệu thì tính thế nào. Ví dụ: chưa có số liệu: 0 điểm',
  NotApplicable: 'Không chấm, và không tính vào điểm tối đa. Ví dụ: khi hồ_sơ = 0: không áp dụng',
  Rescale:
    'Phần không áp dụng được bù bằng cách quy đổi tổng điểm về thang điểm. Ví dụ: không áp dụng: quy đổi về thang điểm',
  RescaleInGroup:
    'Phần không áp dụng được bù bằng các tiêu chí cùng nhóm. Ví dụ: không áp dụng: quy đổi trong nhóm',
  NoRescale: 'Phần không áp dụng bị mất, không bù. Ví dụ: không áp dụng: không quy đổi',
  LeadPolicy:
    'Đơn vị nhận điểm của những tiêu chí mình chủ trì. Ví dụ: đơn vị được chấm theo các tiêu chí chủ trì',

  Measure:
    'Khai báo một số liệu phải báo cáo. Ví dụ: số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn',
  Integer: 'Số liệu là số đếm, kèm đơn vị tính. Ví dụ: số liệu bài "Tin bài": số nguyên bài',
  Decimal:
    'Số liệu có thể có phần thập phân, kèm đơn vị tính. Ví dụ: số liệu chờ "Thời gian chờ": số thập phân ngày',
  Money: 'Số liệu là một số tiền. Ví dụ: số liệu chi "Chi cho chuyển đổi số": số tiền triệu đồng',
  Index:
    'Số liệu là một chỉ số không có đơn vị tính. Ví dụ: số liệu cs "Chỉ số chuyển đổi số": chỉ số, từ 0 đến 1',
  SurveyScore:
    'Số liệu là điểm khảo sát theo thang riêng. Ví dụ: số liệu hl "Mức hài lòng": điểm theo thang 20',
  Levels:
    'Số liệu là một trong các mức, từ thấp đến cao. Ví dụ: số liệu td "Tiến độ": mức "Chưa" rồi "Đang" rồi "Hoàn thành"',
  Date: 'Số liệu là ngày hoàn thành. Ví dụ: số liệu xong "Ngày hoàn thành": ngày, hằng năm',
  Ratio: 'Số liệu đã là một tỷ lệ phần trăm. Ví dụ: số liệu tl "Tỷ lệ hài lòng": tỷ lệ, từ 0% đến 100%',
  Flag: 'Số liệu chỉ có hai giá trị, có hoặc không. Ví dụ: số liệu cm "Có chuyên mục": có/không',
  Monthly: 'Báo cáo mỗi tháng một lần. Ví dụ: số liệu bài "Tin bài": số nguyên bài, hằng tháng',
  Quarterly: 'Báo cáo mỗi quý một lần. Ví dụ: số liệu bài "Tin bài": số nguyên bài, hằng quý',
  Yearly: 'Báo cáo mỗi năm một lần. Ví dụ: số liệu bài "Tin bài": số nguyên bài, hằng năm',
  Sum: 'Cộng số liệu của mọi kỳ. Ví dụ: số liệu bài "Tin bài": số nguyên bài, hằng tháng, cộng dồn',
  Latest: 'Lấy số liệu của kỳ gần nhất. Ví dụ: số liệu hộ "Số hộ": số nguyên hộ, hằng tháng, mới nhất',
  Average: 'Lấy bình quân các kỳ. Ví dụ: số liệu hl "Tỷ lệ hài lòng": tỷ lệ, hằng quý, bình quân',
  Least: 'Lấy kỳ thấp nhất. Ví dụ: số liệu hl "Tỷ lệ hài lòng": tỷ lệ, hằng quý, nhỏ nhất',
  Greatest: 'Lấy kỳ cao nhất. Ví dụ: số liệu chờ "Thời gian chờ": số thập phân ngày, hằng tháng, lớn nhất',
  Step: 'Số liệu chỉ nhận bội của số này. Ví dụ: số liệu cs "Chỉ số": chỉ số, từ 0 đến 1, bước 0,01',
  AbsentIsZero:
    'Kỳ không có số liệu tính là 0. Ví dụ: số liệu vắng "Số buổi vắng": số nguyên buổi, hằng tháng, kỳ thiếu tính 0',
  AbsentIsSkipped:
    'Kỳ không có số liệu thì bỏ qua. Ví dụ: số liệu hl "Tỷ lệ hài lòng": tỷ lệ, hằng quý, bình quân, bỏ qua kỳ thiếu',
  EvidenceRequired:
    'Số liệu không kèm minh chứng thì chưa được tính. Ví dụ: số liệu bài "Tin bài": số nguyên bài, minh chứng bắt buộc',
  PartOf:
    'Số liệu này không bao giờ lớn hơn số liệu kia. Ví dụ: số liệu hs "Hồ sơ số": số nguyên hồ sơ, là một phần của hồ_sơ',
  TrackedOnly:
    'Số liệu chỉ để xem, không tiêu chí nào chấm. Ví dụ: số liệu lượt "Lượt xem": số nguyên lượt, chỉ theo dõi',
}
