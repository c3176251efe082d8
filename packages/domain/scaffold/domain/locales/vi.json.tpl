{
  "nav": "__key__",
  "title": "__key__",
  "empty": "Chưa có nội dung nào.",
  "errors": {
    "title-short": "Hãy nhập tiêu đề có ít nhất 2 ký tự.",
    "title-long": "Tiêu đề dài quá 300 ký tự. Hãy rút gọn."
  }
}
