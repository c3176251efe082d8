import { expect, test } from 'vitest'
import { renderPage } from './render-page'

test('letters of several bytes come through whole, wherever the writer’s views end', async () => {
  for (let lead = 1; lead < 8; lead++) {
    const words = `${'x'.repeat(lead)} ẩẩẩẩẩẩẩẩ ủy đảng`
    const page = await renderPage(
      <ul>
        {Array.from({ length: 600 }, (_, at) => at).map((at) => (
          <li key={at}>{words}</li>
        ))}
      </ul>,
      'nonce',
    )
    const html = Buffer.from(page).toString('utf8')
    expect(html.split(words)).toHaveLength(601)
  }
})
