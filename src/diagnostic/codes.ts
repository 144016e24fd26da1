/**
 * Every code a message can carry, with what it is about. A code is stable: it may be quoted in minutes or a manual,
 * so it is never renamed and never reused.
 */
export type DiagnosticCode =
  // Files
  /** Không tìm thấy tệp. */
  | 'file-missing'
  /** Tệp trống. */
  | 'file-empty'
  /** Tệp quá lớn. */
  | 'file-too-large'
  /** Tệp không phải văn bản. */
  | 'file-not-text'
  // Reading a rulebook
  /** Ký tự không dùng được. */
  | 'unknown-character'
  /** Thiếu dấu ngoặc kép đóng. */
  | 'unclosed-text'
  /** Dòng không hiểu được. */
  | 'unclear-clause'
  /** Từ khóa gõ thiếu dấu. */
  | 'missing-tone-marks'
  /** Số viết theo cách hiểu hai nghĩa. */
  | 'ambiguous-number'
  /** Số viết sai. */
  | 'malformed-number'
  /** Ngày không có thật. */
  | 'invalid-date'
  /** Mệnh đề đặt sai chỗ. */
  | 'misplaced-clause'
  /** Mệnh đề viết hai lần. */
  | 'repeated-clause'
  /** Thiếu mệnh đề bắt buộc. */
  | 'missing-clause'
  // Checking a rulebook
  /** Tên chưa khai báo. */
  | 'undeclared-name'
  /** Tên khai báo hai lần. */
  | 'duplicate-name'
  /** Mã dùng hai lần. */
  | 'duplicate-code'
  /** Tổng điểm thành phần khác điểm tối đa. */
  | 'sum-mismatch'
  /** Có giá trị không dòng nào áp dụng. */
  | 'tier-gap'
  /** Cận dưới lớn hơn cận trên. */
  | 'bounds-order'
  /** Số liệu khai báo nhưng không dùng. */
  | 'unused-measure'
  /** Mức không chứa giá trị nào. */
  | 'tier-empty'
  /** Phần còn lại nằm giữa hai mức. */
  | 'rest-between-tiers'
  /** Có giá trị nhiều dòng cùng áp dụng. */
  | 'tier-overlap'
  /** Chưa nói rõ khi mẫu số bằng 0. */
  | 'zero-denominator'
  /** Dùng số liệu sai loại. */
  | 'kind-mismatch'
  /** Điểm vượt điểm tối đa. */
  | 'points-above-maximum'
  /** Ngày kết thúc trước ngày bắt đầu. */
  | 'period-order'
  /** Ngày nằm ngoài thời gian của bộ tiêu chí. */
  | 'date-outside-period'
  /** Có năm không có chỉ tiêu, hoặc có hai chỉ tiêu. */
  | 'target-years'
  /** Nhiều đơn vị cùng chủ trì. */
  | 'several-leads'
  /** Chưa có đơn vị chủ trì. */
  | 'no-lead'
  // Records
  /** Dòng tiêu đề không đúng. */
  | 'header-mismatch'
  /** Dòng không đọc được. */
  | 'row-unreadable'
  /** Ô có giá trị không hợp lệ. */
  | 'field-invalid'
  /** Hai dòng trùng nhau. */
  | 'duplicate-row'
  /** Đối tượng không có trong danh sách. */
  | 'unknown-entrant'
  /** Số liệu không có trong bộ tiêu chí. */
  | 'unknown-measure'
  /** Giá trị ngoài khoảng cho phép. */
  | 'value-out-of-range'
  /** Kỳ số liệu không đúng. */
  | 'period-mismatch'
  /** Số liệu không thuộc cấp này. */
  | 'level-mismatch'
  /** Phần lớn hơn tổng. */
  | 'part-exceeds-whole'
  /** Không có tiêu chí này. */
  | 'unknown-criterion'
  // Editing a rulebook
  /** Tên không dùng được. */
  | 'invalid-name'
  // The command line
  /** Lệnh gõ chưa đúng. */
  | 'usage'
  /** Cổng đang được dùng. */
  | 'port-taken'
  /** Sự cố ngoài dự kiến. */
  | 'unexpected'
