import { createTestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { fromPlainText, toPlainText } from './article-text'
import { cleanHtml } from './clean-html'
import { makeArticle } from './factory'
import { readArticle } from './read-article'
import { article } from './schema'

/** H34: each must leave nothing that runs, loads or pretends. */
const attacks = [
  '<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="jAvAsCrIpT&colon;alert(1)">x</a>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  '<a href="//evil.example">x</a>',
  '<p style="background:url(javascript:alert(1))" onclick="alert(1)">x</p>',
  '<form action="/dang-xuat"><button formaction="javascript:alert(1)">x</button></form>',
  '<base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">',
  '<template><script>alert(1)</script></template>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<textarea><img src=x onerror=alert(1)></textarea>',
  '<p id="root" name="body">x</p>',
  '<!--><img src=x onerror=alert(1)>-->',
]
const dangerous =
  /<(?!\/?(p|h[2-4]|ul|ol|li|blockquote|hr|table|thead|tbody|tr|t[hd]|br|strong|b|em|i|u|s|su[bp]|a)\b)|<[^>]*\s(on\w+|style|id|name|src|srcdoc|formaction)\s*=|href="(?!https?:|mailto:|tel:)/i

test.each(attacks)('leaves nothing of %s', (html) => {
  expect(cleanHtml(html)).not.toMatch(dangerous)
  expect(cleanHtml(cleanHtml(html))).toBe(cleanHtml(html))
})

test('keeps what an article is made of', () => {
  const html =
    '<h2>Kết quả</h2>\n<p>Tăng <strong>12%</strong>, xem <a href="https://example.vn/a?b=1&amp;c=2">tại đây</a>.</p>'
  expect(cleanHtml(html)).toBe(html.replace('<a ', '<a ').replace('c=2">', 'c=2" rel="noopener noreferrer nofollow">'))
})

test('cleans what reached the table by another way', async () => {
  const t = await createTestTenant()
  const { id: articleId } = await makeArticle(t.ctx, { unitId: t.units.root.id, published: true })
  await t.ctx.db.update(article).set({ body: '<p>Tốt</p><script>alert(1)</script>' }).where(eq(article.id, articleId))
  expect((await readArticle(await t.as('member'), { articleId })).body).toBe('<p>Tốt</p>')
})

test('plain text goes to HTML and back unchanged', () => {
  const text = 'Đoạn một, 3 < 5 & "thật".\nDòng hai.\n\nĐoạn hai <b>không phải thẻ</b>.'
  expect(fromPlainText(text)).toBe(
    '<p>Đoạn một, 3 &lt; 5 &amp; "thật".<br />Dòng hai.</p>\n<p>Đoạn hai &lt;b&gt;không phải thẻ&lt;/b&gt;.</p>',
  )
  expect(toPlainText(cleanHtml(fromPlainText(text)))).toBe(text)
})
