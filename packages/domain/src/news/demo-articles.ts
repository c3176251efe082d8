/** A fictional article. `level` counts units from the first with a board down to the cell. */
export interface DemoArticle {
  title: string
  summary: string
  text: string
  level: 0 | 1 | 2 | 3
  hoursAgo: number
  /** Columns it suits, best first; any of the province's when it has none of them. */
  columns: string[]
  state: 'draft' | 'submitted' | 'published'
}

export const demoArticles: readonly DemoArticle[] = [
  {
    title: 'Khai mạc lớp bồi dưỡng cấp ủy viên cơ sở năm nay',
    summary: 'Hơn một trăm học viên dự lớp học năm ngày về nghiệp vụ công tác đảng.',
    level: 0,
    hoursAgo: 5,
    columns: ['xay-dung-dang', 'tin-noi-bat', 'van-ban'],
    state: 'published',
    text: `Sáng nay, lớp bồi dưỡng nghiệp vụ dành cho cấp ủy viên cơ sở khai mạc tại hội trường lớn. Hơn một trăm học viên đến từ các đảng bộ trực thuộc có mặt từ sớm.

Trong năm ngày, học viên trao đổi về cách chuẩn bị một buổi sinh hoạt, cách ghi biên bản, cách theo dõi việc đã giao và cách dùng Sổ tay đảng viên điện tử. Mỗi chuyên đề đều có phần thực hành theo nhóm.

Ban tổ chức lớp đề nghị học viên mang theo một tình huống khó ở đơn vị mình để cùng tháo gỡ. Tài liệu của lớp sẽ được đưa lên mục Học tập sau khi kết thúc.`,
  },
  {
    title: 'Nhiều chi bộ nông thôn góp công làm đường hoa',
    summary: 'Phong trào làm đường hoa, thắp sáng ngõ xóm lan rộng sau hai tháng phát động.',
    level: 0,
    hoursAgo: 22,
    columns: ['dang-bo-truc-thuoc', 'mat-tran-doan-the', 'xay-dung-dang'],
    state: 'published',
    text: `Sau hai tháng phát động, hơn ba mươi tuyến đường thôn đã được trồng hoa, lắp đèn và kẻ lại biển chỉ dẫn. Phần lớn ngày công do đảng viên và bà con tự nguyện đóng góp.

Ở nhiều nơi, chi bộ phân công từng đảng viên phụ trách một đoạn đường, vận động hộ dân liền kề cùng chăm sóc. Cách làm này giúp việc giữ gìn không dừng lại sau ngày ra quân.

Ban Thường vụ đề nghị các đảng bộ tổng kết cách làm hay để nhân rộng trong quý tới.`,
  },
  {
    title: 'Hướng dẫn đọc tin bằng giọng nói trên điện thoại',
    summary: 'Đồng chí cao tuổi có thể nghe tin thay vì đọc, chỉ với một lần chạm.',
    level: 0,
    hoursAgo: 46,
    columns: ['trong-nuoc-quoc-te', 'van-ban-tinh-uy', 'phim-tu-lieu'],
    state: 'published',
    text: `Mỗi tin bài trên Sổ tay đều có nút Nghe ở ngay dưới tiêu đề. Chạm vào nút, điện thoại sẽ đọc bài bằng giọng tiếng Việt có sẵn trong máy.

Nếu máy không có giọng tiếng Việt, đồng chí chọn bản đọc sẵn do hệ thống tạo. Bản đọc sẵn tải nhanh, nghe được cả khi màn hình đã tắt.

Cỡ chữ cũng có thể tăng lên gấp đôi tại mục Hiển thị. Lựa chọn được ghi nhớ trên máy của đồng chí.`,
  },
  {
    title: 'Ra quân dọn vệ sinh bãi biển đầu tháng',
    summary: 'Gần hai nghìn người tham gia, thu gom hơn chín tấn rác.',
    level: 0,
    hoursAgo: 70,
    columns: ['kinh-te-xa-hoi', 'mat-tran-doan-the', 'thoi-su'],
    state: 'published',
    text: `Từ sáu giờ sáng, đoàn viên, cán bộ và nhân dân các xã ven biển cùng ra quân dọn rác. Đến trưa, lượng rác thu được ước hơn chín tấn.

Các đội phân loại ngay tại chỗ: nhựa và lưới cũ đưa về điểm tái chế, phần còn lại chuyển về bãi xử lý. Một số hộ kinh doanh ven biển ký cam kết không dùng túi ni lông một lần.

Hoạt động sẽ duy trì vào tuần đầu mỗi tháng.`,
  },
  {
    title: 'Gặp mặt đảng viên cao tuổi nhân dịp đầu xuân',
    summary: 'Buổi gặp mặt ấm cúng, nhiều ý kiến tâm huyết được ghi nhận.',
    level: 0,
    hoursAgo: 94,
    columns: ['lanh-dao-tinh', 'lanh-dao', 'tin-noi-bat'],
    state: 'published',
    text: `Chiều qua, hơn tám mươi đảng viên cao tuổi dự buổi gặp mặt đầu xuân. Nhiều đồng chí đã có năm mươi, sáu mươi năm tuổi Đảng.

Các đại biểu trao đổi về việc giữ nền nếp sinh hoạt, việc kèm cặp đảng viên trẻ và việc chăm lo cho đồng chí đau yếu. Ban tổ chức ghi lại từng ý kiến để chuyển các cơ quan trả lời.

Buổi gặp mặt kết thúc bằng phần văn nghệ do các câu lạc bộ dưỡng sinh biểu diễn.`,
  },
  {
    title: 'Đảng bộ triển khai mô hình “Tổ tư vấn số”',
    summary: 'Mỗi tổ có ba đảng viên trẻ, đến tận nhà giúp cài đặt và sử dụng Sổ tay.',
    level: 1,
    hoursAgo: 9,
    columns: ['dang-bo-truc-thuoc', 'don-vi-diem', 'xay-dung-dang'],
    state: 'published',
    text: `Để giúp đảng viên cao tuổi làm quen với Sổ tay điện tử, đảng bộ thành lập các Tổ tư vấn số. Mỗi tổ có ba đảng viên trẻ, hoạt động vào tối thứ Ba và sáng thứ Bảy.

Tổ đến tận nhà, giúp đăng ký, tăng cỡ chữ, bật chức năng đọc tin. Sau buổi đầu, tổ gọi điện hỏi lại trong vòng một tuần.

Đến nay, các tổ đã giúp được hơn hai trăm đồng chí. Danh sách điện thoại của tổ được dán tại nhà văn hóa.`,
  },
  {
    title: 'Hội nghị sơ kết công tác kiểm tra, giám sát',
    summary: 'Hội nghị thống nhất năm việc trọng tâm cho sáu tháng tới.',
    level: 1,
    hoursAgo: 33,
    columns: ['xay-dung-dang', 'van-ban', 'don-vi-diem'],
    state: 'published',
    text: `Hội nghị sơ kết đánh giá việc thực hiện chương trình kiểm tra, giám sát. Các ý kiến tập trung vào việc chuẩn bị hồ sơ và thời hạn thông báo kết luận.

Hội nghị thống nhất năm việc trọng tâm: rà soát chương trình, tập huấn cho tổ kiểm tra, rút ngắn thời gian thẩm định, theo dõi việc khắc phục và báo cáo đúng hạn.

Kết luận của hội nghị được gửi tới từng đơn vị trong tuần này.`,
  },
  {
    title: 'Ngày hội hiến máu thu về hơn hai trăm đơn vị máu',
    summary: 'Đảng viên, đoàn viên các cơ quan hưởng ứng đông đủ.',
    level: 1,
    hoursAgo: 57,
    columns: ['kinh-te-xa-hoi', 'mat-tran-doan-the', 'thoi-su'],
    state: 'published',
    text: `Ngày hội hiến máu diễn ra trong một buổi sáng, thu về hơn hai trăm đơn vị máu. Nhiều đồng chí đã hiến lần thứ mười.

Ban tổ chức bố trí khung giờ theo từng cơ quan nên không ai phải chờ lâu. Người hiến được khám, tư vấn sức khỏe và nhận giấy chứng nhận tại chỗ.

Đợt tiếp theo dự kiến tổ chức vào cuối quý.`,
  },
  {
    title: 'Đảng ủy cơ sở đối thoại với đảng viên trẻ',
    summary: 'Hai mươi câu hỏi được trả lời trực tiếp tại buổi đối thoại.',
    level: 2,
    hoursAgo: 12,
    columns: ['xay-dung-dang', 'tin-noi-bat', 'lanh-dao'],
    state: 'published',
    text: `Buổi đối thoại giữa Đảng ủy và đảng viên trẻ kéo dài hơn hai giờ. Hai mươi câu hỏi về việc làm, học tập và sinh hoạt nơi cư trú được trả lời trực tiếp.

Những việc cần thời gian được ghi vào sổ theo dõi, có tên người trả lời và ngày hẹn. Kết quả sẽ báo lại tại kỳ họp sau.

Nhiều đồng chí đề nghị duy trì đối thoại mỗi quý một lần.`,
  },
  {
    title: 'Phân công đảng viên giúp hộ khó khăn vụ mùa',
    summary: 'Mỗi nhóm hai đảng viên nhận giúp một hộ cho tới khi thu hoạch.',
    level: 2,
    hoursAgo: 52,
    columns: ['kinh-te-xa-hoi', 'don-vi-diem', 'thoi-su'],
    state: 'published',
    text: `Trước vụ mùa, Đảng ủy rà soát và lập danh sách mười sáu hộ thiếu người làm. Mỗi nhóm hai đảng viên nhận giúp một hộ.

Việc giúp gồm làm đất, gieo sạ và trông nom kênh nước. Các nhóm ghi lại ngày công để chi bộ nắm được tiến độ.

Đến giữa tuần, mười hộ đã gieo xong. Các hộ còn lại hoàn thành trước cuối tháng.`,
  },
  {
    title: 'Chi bộ sinh hoạt chuyên đề về tiết kiệm điện',
    summary: 'Mười hai ý kiến, ba việc làm cụ thể được chi bộ thông qua.',
    level: 3,
    hoursAgo: 16,
    columns: ['sinh-hoat-chi-bo', 'ban-tin-chi-bo', 'cach-lam-hay'],
    state: 'published',
    text: `Tối qua, chi bộ sinh hoạt chuyên đề về tiết kiệm điện trong gia đình và nơi công cộng. Có mười hai ý kiến phát biểu.

Chi bộ thống nhất ba việc: thay đèn tại nhà văn hóa, hẹn giờ đèn đường ngõ và mỗi gia đình đảng viên theo dõi chỉ số điện hằng tháng.

Kết quả sẽ được nêu lại trong kỳ sinh hoạt sau ba tháng.`,
  },
  {
    title: 'Chi bộ thăm hỏi đảng viên đau yếu trong tháng',
    summary: 'Năm gia đình được thăm; chi bộ nhận giúp hai việc.',
    level: 3,
    hoursAgo: 76,
    columns: ['sinh-hoat-chi-bo', 'ban-tin-chi-bo', 'xay-dung-dang'],
    state: 'published',
    text: `Trong tháng, chi ủy cùng các đoàn thể thăm năm đồng chí đau yếu. Mỗi lần thăm, chi bộ hỏi thêm việc gia đình cần giúp.

Hai việc được nhận ngay: đưa một đồng chí đi khám định kỳ và sửa lại mái hiên cho một gia đình. Các đảng viên trẻ chia nhau thực hiện.

Chi bộ nhắc nhau gọi điện hỏi thăm thường xuyên, không đợi đến dịp lễ.`,
  },
  {
    title: 'Chuẩn bị hội thi tìm hiểu lịch sử đảng bộ',
    summary: 'Hội thi dự kiến diễn ra trong ba tuần, theo hình thức trực tuyến.',
    level: 0,
    hoursAgo: 2,
    columns: ['xay-dung-dang'],
    state: 'submitted',
    text: `Hội thi tìm hiểu lịch sử đảng bộ dự kiến diễn ra trong ba tuần. Đảng viên dự thi ngay trên Sổ tay.

Ban tổ chức đang hoàn thiện bộ câu hỏi và thể lệ. Bài viết này chờ duyệt trước khi đăng.`,
  },
  {
    title: 'Bản nháp: lịch tiếp công dân quý tới',
    summary: 'Đang chờ các đơn vị gửi lịch.',
    level: 0,
    hoursAgo: 1,
    columns: ['van-ban', 'van-ban-tinh-uy'],
    state: 'draft',
    text: `Lịch tiếp công dân của các đồng chí lãnh đạo trong quý tới đang được tổng hợp.

Người viết bổ sung địa điểm và số điện thoại liên hệ trước khi gửi duyệt.`,
  },
]
