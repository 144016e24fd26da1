import type { Keyword } from '../../keywords.ts'

/** Keywords of groups and criteria, all but their points: what each does, and a clause that shows it. */
export const CRITERION_HELP: Readonly<Partial<Record<Keyword, string>>> = {
  Group:
    'Mở một nhóm tiêu chí; điểm tối đa của nhóm là tổng các tiêu chí. Ví dụ: nhóm II "Chính quyền số" tối đa 40 điểm',
  Criterion:
    'Mở một tiêu chí; các dòng sau nói về tiêu chí này. Ví dụ: tiêu chí 3 "Số hóa hồ sơ" tối đa 5 điểm',
  SubCriterion: 'Mở một phần của tiêu chí ở trên. Ví dụ: tiêu chí thành phần 3a "Y tế" tối đa 4 điểm',
  AtMost: 'Điểm cao nhất có thể được. Ví dụ: tiêu chí 3 "Số hóa hồ sơ" tối đa 5 điểm',
  Encouraged:
    'Chỉ để thưởng, nằm ngoài thang điểm. Ví dụ: tiêu chí 4 "Sáng kiến" khuyến khích, thưởng tối đa 2 điểm',
  BonusAtMost: 'Điểm thưởng cao nhất. Ví dụ: tiêu chí 4 "Sáng kiến" khuyến khích, thưởng tối đa 2 điểm',
  Capped:
    'Các phần cộng lại hơn điểm tối đa thì chỉ được điểm tối đa. Ví dụ: tiêu chí 3 "Trang tin" tối đa 5 điểm, không vượt quá điểm tối đa',
  DeductAtMost:
    'Tiêu chí trừ điểm, trừ nhiều nhất bấy nhiêu. Ví dụ: tiêu chí T1 "Báo cáo chậm" trừ tối đa 3 điểm',
  TakeBest:
    'Chỉ lấy phần cao điểm nhất; ở tiêu chí trừ điểm là phần bị trừ nhiều nhất. Ví dụ: tiêu chí 3 "Mô hình" tối đa 5 điểm, chỉ tính thành phần cao nhất',
  TakeWorst:
    'Chỉ lấy phần thấp điểm nhất; ở tiêu chí trừ điểm là phần bị trừ ít nhất. Ví dụ: tiêu chí 3 "An toàn" tối đa 5 điểm, chỉ tính thành phần thấp nhất',
  TakeAverage:
    'Lấy bình quân điểm các phần. Ví dụ: tiêu chí 3 "Dịch vụ" tối đa 5 điểm, tính bình quân các thành phần',
  Points: 'Số điểm được, hoặc bị trừ. Ví dụ: từ 24 trở lên: 2,5 điểm',
  Tentative:
    'Đánh dấu điều kế hoạch chưa nói, chờ quyết định: sau điểm tối đa, chỉ tiêu, thang điểm, «xếp hạng», «xếp loại», giai đoạn sơ kết. Ví dụ: chỉ tiêu năm 2026 86%, từ năm 2027 90% dự kiến',
  Lead: 'Đơn vị chịu trách nhiệm tiêu chí. Ví dụ: chủ trì "Công an xã"',
  Support: 'Đơn vị cùng làm. Ví dụ: phối hợp "Các thôn"',
  FactSource: 'Số liệu lấy từ đâu. Ví dụ: nguồn "Hệ thống một cửa"',
  Deadline: 'Hạn phải hoàn thành. Ví dụ: thời hạn 30/11/2026',
  Before: 'Phải xong trước ngày ấy, chậm nhất là hôm trước. Ví dụ: thời hạn trước ngày 05/12/2026',
  MeasuredAt: 'Cấp được chấm tiêu chí này. Ví dụ: đo tại thôn',
  Commune: 'Được chấm ở cấp xã. Ví dụ: đo tại xã',
  Ward: 'Phường, cùng cấp với xã. Ví dụ: đo tại phường',
  SpecialZone: 'Đặc khu, cùng cấp với xã. Ví dụ: đo tại đặc khu',
  Village: 'Được chấm ở cấp thôn. Ví dụ: đo tại thôn',
  Hamlet: 'Bản, cùng cấp với thôn. Ví dụ: đo tại bản',
  Quarter: 'Khu phố, cùng cấp với thôn. Ví dụ: đo tại khu phố',
  Neighbourhood: 'Tổ dân phố, cùng cấp với thôn. Ví dụ: đo tại tổ dân phố',
  SouthernHamlet: 'Ấp, cùng cấp với thôn. Ví dụ: đo tại ấp',
  SouthernQuarter: 'Khóm, cùng cấp với thôn. Ví dụ: đo tại khóm',
  NorthernHamlet: 'Xóm, cùng cấp với thôn. Ví dụ: đo tại xóm',
  HighlandHamlet: 'Buôn, cùng cấp với thôn. Ví dụ: đo tại buôn',
  OldVillage: 'Làng, cùng cấp với thôn. Ví dụ: đo tại làng',
  Unit: 'Phòng, trung tâm, trạm, trường của xã. Ví dụ: đo tại đơn vị',
  Value: 'Giá trị đem chấm, tính từ các số liệu. Ví dụ: giá trị = hồ_sơ_số / hồ_sơ',
  EachMonth: 'Chấm riêng từng tháng rồi lấy bình quân điểm. Ví dụ: giá trị = phát_sóng mỗi tháng',
  EachQuarter: 'Chấm riêng từng quý rồi lấy bình quân điểm. Ví dụ: giá trị = phát_sóng mỗi quý',
  EachYear: 'Chấm riêng từng năm rồi lấy bình quân điểm. Ví dụ: giá trị = phát_sóng mỗi năm',
  DaysLate: 'Chậm bao nhiêu ngày so với thời hạn; đúng hạn là 0. Ví dụ: giá trị = số ngày chậm của xong',
  MonthsLate: 'Chậm bao nhiêu tháng so với thời hạn; đúng hạn là 0. Ví dụ: giá trị = số tháng chậm của xong',
  When: 'Nêu một trường hợp. Ví dụ: khi hồ_sơ = 0: không áp dụng',
  Target: 'Mức phải đạt. Ví dụ: chỉ tiêu 35,4%',
  Year: 'Chỉ tiêu của riêng năm đó. Ví dụ: chỉ tiêu năm 2026 65%, năm 2027 70%',
  FromYear: 'Chỉ tiêu từ năm đó trở đi. Ví dụ: chỉ tiêu năm 2026 65%, từ năm 2027 70%',
  Only: 'Mở trường hợp riêng cho đối tượng có đặc điểm đó. Ví dụ: riêng thôn "miền núi"',
  Best: 'Giá trị cao nhất trong cụm thi đua. Ví dụ: khi cao nhất trong cụm = 0: 0 điểm',
  ClusterAverage: 'Giá trị bình quân của cụm thi đua. Ví dụ: khi bình quân trong cụm = 0: 0 điểm',
}
