// Bare Node, and words that Node 12 can parse: it must be able to say that it is too old.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Sổ tay cần Node 20.19 trở lên, máy này đang dùng Node ${process.versions.node}. Cài bản mới tại https://nodejs.org rồi chạy lại.`,
  )
  process.exit(1)
}
