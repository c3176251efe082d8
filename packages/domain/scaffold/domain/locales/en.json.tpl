{
  "nav": "__key__",
  "title": "__key__",
  "empty": "Nothing yet.",
  "errors": {
    "title-short": "Enter a title of at least 2 characters.",
    "title-long": "The title is longer than 300 characters. Shorten it."
  }
}
