import type { Keyword } from '../../keywords.ts'

/** Keywords that give points: what each does, and a clause that shows it. */
export const POINTS_HELP: Readonly<Partial<Record<Keyword, string>>> = {
  Proportional:
    'Điểm theo phần chỉ tiêu đã đạt, nhiều nhất là điểm tối đa. Ví dụ: chấm theo tỷ lệ đạt chỉ tiêu',
  RelativeToBest:
    'Điểm theo tỷ lệ so với nơi cao nhất trong cụm. Ví dụ: chấm theo tỷ lệ so với cao nhất trong cụm',
  RelativeToAverage:
    'Điểm theo tỷ lệ so với bình quân của cụm. Ví dụ: chấm theo tỷ lệ so với bình quân trong cụm',
  Each: 'Cho hoặc trừ điểm theo từng đơn vị tính. Ví dụ: mỗi 2 bài được 0,5 điểm, không quá 3 điểm',
  Gets: 'Được cộng số điểm đó. Ví dụ: mỗi bài được 0,5 điểm, không quá 3 điểm',
  Deduct: 'Bị trừ số điểm đó. Ví dụ: mỗi lần trừ 0,5 điểm',
  DeductAll: 'Mất hết điểm của tiêu chí. Ví dụ: từ 3 trở lên: trừ hết điểm',
  BelowTargetBy: 'Tính theo phần còn thiếu so với chỉ tiêu. Ví dụ: mỗi 1% thiếu so với chỉ tiêu trừ 0,5 điểm',
  OffTargetBy: 'Tính theo phần lệch khỏi chỉ tiêu. Ví dụ: mỗi đơn lệch so với chỉ tiêu trừ 2 điểm',
  FullPoints: 'Toàn bộ điểm của tiêu chí, hoặc một phần của nó. Ví dụ: từ 2 đến 3: 1/2 điểm tối đa',
  TargetReached: 'Khi giá trị đạt chỉ tiêu. Ví dụ: đạt chỉ tiêu: điểm tối đa',
  TargetNotReached: 'Khi giá trị chưa đạt chỉ tiêu. Ví dụ: chưa đạt chỉ tiêu: 0 điểm',
  BelowTarget: 'Khi giá trị thấp hơn chỉ tiêu có hai đầu. Ví dụ: dưới chỉ tiêu: 1 điểm',
  WithinTarget: 'Khi giá trị nằm trong chỉ tiêu có hai đầu. Ví dụ: trong chỉ tiêu: điểm tối đa',
  AboveTarget: 'Khi giá trị vượt chỉ tiêu. Ví dụ: vượt chỉ tiêu: điểm tối đa',
  From: 'Kể từ số này, tính cả nó. Ví dụ: từ 24 trở lên: điểm tối đa',
  OrMore: 'Không có giới hạn trên. Ví dụ: từ 24 trở lên: điểm tối đa',
  To: 'Đến số này, tính cả nó. Ví dụ: từ 12 đến 23: 1/2 điểm tối đa',
  ToBelow: 'Đến sát số này, không tính nó. Ví dụ: từ 50% đến dưới 80%: 2 điểm',
  Above: 'Lớn hơn số này. Ví dụ: trên 80%: điểm tối đa',
  Below: 'Nhỏ hơn số này. Ví dụ: dưới 12: 0 điểm',
  NotAbove: 'Nhỏ hơn hoặc bằng số này. Ví dụ: không quá 3: điểm tối đa',
  AtLeast: 'Lớn hơn hoặc bằng số này. Ví dụ: ít nhất 4: điểm tối đa',
  EqualTo: 'Đúng bằng số này. Ví dụ: bằng 1: 2 điểm',
  Rest: 'Mọi giá trị chưa dòng nào nhận. Ví dụ: còn lại: 0 điểm',
  Yes: 'Khi số liệu có/không là có. Ví dụ: có: điểm tối đa',
  No: 'Khi số liệu có/không là không. Ví dụ: không: 0 điểm',
  Add: 'Cộng thêm một phần điểm khi có điều đó. Ví dụ: cộng 1/2 điểm tối đa khi chuyên_mục',
  AddBy: 'Cộng thêm một phần điểm theo một số liệu; các mức viết bên dưới. Ví dụ: cộng theo bài',
}
