import { composed } from '@sotay/kernel/composed'
import sanitizeHtml from 'sanitize-html'

/** The parts of an article that are read aloud. */
export interface ArticleText {
  title: string
  summary: string
  body: string
}

/** Paragraphs of plain text, parted by empty lines, as HTML. */
export const fromPlainText = (text: string): string =>
  composed(text)
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => `<p>${escaped(paragraph).replace(/\r?\n/g, '<br />')}</p>`)
    .join('\n')

/** An article's HTML as plain text, paragraphs parted by empty lines. */
export function toPlainText(html: string): string {
  const broken = html
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/<\/(p|h2|h3|h4|li|blockquote|tr)>/gi, '$&\n\n')
  const bare = sanitizeHtml(broken, { allowedTags: [], allowedAttributes: {} })
  return unescaped(bare)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
const unescaped = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
