import { expect, test } from 'vitest'
import { ConfigurationError } from './configuration-error'
import { parseUnitsFile } from './parse-units-file'

const levels = ['province', 'district', 'grassroots', 'cell'].map((key) => ({ key, name: key, committee: [key] }))
const file = `establishedOn: 2020-01-01
units:
  - name: Đảng bộ tỉnh
    level: province
    children:
      - name: Đảng bộ huyện
        level: district
        list: { level: cell, names: [Chi bộ Một, Chi bộ Hai] }
`
const issues = (text: string) => {
  try {
    parseUnitsFile(text, 'units.yaml', levels)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.issues
    throw error
  }
  return []
}

test('a short list becomes units; a cell may hang under a district', () => {
  const [province] = parseUnitsFile(file, 'units.yaml', levels).units
  expect(province?.children[0]?.children).toEqual([
    { name: 'Chi bộ Một', level: 'cell', children: [] },
    { name: 'Chi bộ Hai', level: 'cell', children: [] },
  ])
})

test('a unit must hang below a level above its own', () => {
  expect(issues(file.replace('level: district', 'level: province'))).toMatchObject([
    { path: 'units[0].children[0].level', line: 7, message: expect.stringContaining('không đứng dưới') },
  ])
  expect(issues(file.replace('level: cell', 'level: province'))).toMatchObject([
    { path: 'units[0].children[0].list.level', line: 8 },
  ])
})

test('an unknown level is told with the levels there are', () => {
  expect(issues(file.replace('level: district', 'level: distric'))).toMatchObject([
    { message: expect.stringContaining('“district”'), allowed: ['province', 'district', 'grassroots', 'cell'] },
  ])
})
