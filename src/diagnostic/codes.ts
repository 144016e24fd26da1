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
  /** Không ghi được tệp. */
  | 'file-not-written'
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
  /** Giai đoạn lấy bình quân các năm mà không chấm riêng từng năm. */
  | 'phase-without-years'
  /** Nhiều đơn vị cùng chủ trì. */
  | 'several-leads'
  /** Chưa có đơn vị chủ trì. */
  | 'no-lead'
  // What the points of a rulebook can come to
  /** Điểm tối đa khai báo mà không giá trị nào đạt được. */
  | 'attainable-below-maximum'
  /** Mức nằm ngoài các giá trị có thể xảy ra. */
  | 'unreachable-tier'
  /** Chỉ tiêu không giá trị nào đạt được. */
  | 'unreachable-target'
  /** Mức điểm tối đa không khớp với chỉ tiêu. */
  | 'tier-contradicts-target'
  /** Nhiều hơn lại được ít điểm hơn. */
  | 'not-monotone'
  /** Hơn kém rất ít mà điểm chênh quá nửa. */
  | 'cliff'
  /** Số liệu không làm thay đổi điểm. */
  | 'dead-measure'
  /** Tiêu chí luôn cho cùng một số điểm. */
  | 'constant-criterion'
  /** Làm tròn làm điểm không cộng đủ điểm tối đa. */
  | 'rounding-sensitive'
  /** Loại mà không tổng điểm nào rơi vào. */
  | 'unreachable-class'
  /** Mức khống chế số lượng không thực hiện được. */
  | 'quota-impossible'
  // Warnings that an author accepts
  /** Chấp nhận điều không phải một cảnh báo. */
  | 'not-acceptable'
  /** Chấp nhận một cảnh báo không có. */
  | 'unused-acceptance'
  /** Ví dụ cho thừa hoặc thiếu điều cần để chấm. */
  | 'example-mismatch'
  /** Ví dụ không đúng với cách chấm. */
  | 'example-failed'
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
  /** Kỳ mới nhất đáng ngờ: mới chỉ một nơi có số liệu, hoặc chưa bắt đầu. */
  | 'doubtful-period'
  /** Số liệu không thuộc cấp này. */
  | 'level-mismatch'
  /** Phần lớn hơn tổng. */
  | 'part-exceeds-whole'
  /** Đặc điểm không có trong bộ tiêu chí. */
  | 'unknown-attribute'
  /** Hai quy định riêng cùng áp dụng cho một đối tượng. */
  | 'exception-conflict'
  /** Không có tiêu chí này. */
  | 'unknown-criterion'
  // Simulation
  /** Đích của kế hoạch không rõ: không hiểu, đọc được hai cách, hay không có loại, hạng, đối tượng ấy. */
  | 'goal-unclear'
  /** Kịch bản lập theo bộ tiêu chí khác. */
  | 'scenario-outdated'
  // Spreadsheets
  /** Không đọc được bảng tính. */
  | 'spreadsheet-unreadable'
  /** Không tìm thấy bảng số liệu trong tệp. */
  | 'table-not-found'
  /** Tiêu đề cột không rõ. */
  | 'heading-unclear'
  /** Ô không đọc được. */
  | 'cell-unclear'
  /** Điều cần biết về cách đọc bảng. */
  | 'table-note'
  // Editing a rulebook
  /** Tên không dùng được. */
  | 'invalid-name'
  // Records that last
  /** Chương trình khác đang dùng thư mục dữ liệu. */
  | 'store-locked'
  /** Tệp dữ liệu hỏng. */
  | 'store-damaged'
  /** Dữ liệu do phiên bản mới hơn ghi. */
  | 'store-newer'
  /** Dữ liệu đã được phục hồi. */
  | 'store-recovered'
  /** Ổ đĩa gặp lỗi. */
  | 'store-failed'
  /** Chưa nói lý do. */
  | 'reason-missing'
  /** Có thay đổi khác ghi trước. */
  | 'store-outdated'
  /** Không có gì mới. */
  | 'nothing-new'
  /** Kỳ này đã công bố. */
  | 'already-published'
  /** Chưa công bố kỳ nào. */
  | 'never-published'
  /** Mã đối tượng trùng với địa chỉ của một trang khác. */
  | 'id-taken'
  /** Bản công bố không khớp khi tính lại. */
  | 'publication-differs'
  /** Bản đã công bố không còn như số liệu trong kho. */
  | 'publication-outdated'
  /** Chưa công bố gì theo bộ tiêu chí này. */
  | 'edition-unknown'
  /** Cùng thời gian đã có bản công bố theo bộ tiêu chí khác. */
  | 'edition-overlap'
  /** Không có số liệu này. */
  | 'unknown-fact'
  /** Thư mục có tệp không phải của chương trình. */
  | 'foreign-files'
  // The command line
  /** Lệnh gõ chưa đúng. */
  | 'usage'
  /** Cổng đang được dùng. */
  | 'port-taken'
  /** Sự cố ngoài dự kiến. */
  | 'unexpected'
