import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { Conflict } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { tenantAction } from './tenant-action'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

const schema = z.object({ name: z.string().min(2), file: z.instanceof(File), scan: z.instanceof(File).optional() })

const post = (body: FormData | string, act = tenantAction(schema, async () => redirect('/xong', 303))) =>
  act({
    context: { ctx: tenant.ctx, send: () => undefined },
    request: new Request('http://a/b', { method: 'POST', body }),
    params: {},
  } as unknown as ActionFunctionArgs)

const form = (name: string, file: File) => {
  const sent = new FormData()
  sent.set('name', name)
  sent.set('file', file)
  // What a browser sends for a field in which nothing was chosen.
  sent.set('scan', new File([], '', { type: 'application/octet-stream' }))
  return sent
}
const roster = () => new File(['a;b'], 'danh sách.csv')

test('a form hands its file to the act, and nothing for a field left empty', async () => {
  let found: z.output<typeof schema> | undefined
  const act = tenantAction(schema, async (_, input) => {
    found = input
    return redirect('/xong', 303)
  })
  await post(form('An', roster()), act)
  expect(await found!.file.text()).toBe('a;b')
  expect(found!.file.name).toBe('danh sách.csv')
  expect(found!.scan).toBeUndefined()
})

test('a refused form keeps what was typed and asks for its file again', async () => {
  const answer = (await post(form('A', roster()))) as unknown as { data: { errors: Record<string, string> } }
  expect(answer).toMatchObject({ init: { status: 400 }, data: { values: { name: 'A' } } })
  expect(answer.data.errors.file).toMatch(/Hãy chọn lại tệp/)
  expect(answer.data.errors.name).toBeDefined()
  const refuse = tenantAction(schema, () => Promise.reject(new Conflict('members.duplicate-card')))
  expect(await post(form('An', roster()), refuse)).toMatchObject({
    init: { status: 409 },
    data: { errors: { file: answer.data.errors.file } },
  })
})

test('a file that is missing is an error of its field', async () => {
  const answer = await post(form('An', new File([], '')))
  expect(answer).toMatchObject({ init: { status: 400 }, data: { errors: { file: expect.any(String) } } })
})

test('a body that is no form is a bad request', async () => {
  await expect(post('xin chào')).rejects.toMatchObject({ status: 400 })
})
