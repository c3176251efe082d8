import type {} from '@sotay/testing'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPool, type Pool } from './connect'
import { openMovablePool } from './movable-pool'

// Two databases stand for two servers: to a pool they are the same thing.
const HERE = 'sotay'
const THERE = `there_${process.pid}`
let admin: Pool

const to = (database: string) =>
  openPool({ ...inject('sotaySettings').database, database, application: `movable-${process.pid}`, max: 2 })
const database = (db: ReturnType<typeof openMovablePool>['db']) =>
  db.execute<{ name: string }>(sql`select current_database() as name`).then(([row]) => row?.name)
const connections = async () => {
  const [row] =
    await admin.sql`select count(*)::int as n from pg_stat_activity where application_name = ${`movable-${process.pid}`}`
  return row?.n as number
}

beforeAll(async () => {
  admin = openPool({ ...inject('sotaySettings').database, application: 'test', max: 1 })
  await admin.sql.unsafe(`create database ${THERE}`).simple()
})
afterAll(async () => {
  await admin.sql.unsafe(`drop database ${THERE} with (force)`).simple()
  await admin.close()
})

test('work that began is let through, work that comes waits and goes on at the new server; none is lost', async () => {
  const pool = openMovablePool<string>(to, HERE)
  const begun = pool.db.transaction(async (tx) => {
    await tx.execute(sql`select 1`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    return database(tx)
  })
  await expect.poll(connections).toBe(1)
  pool.settle(HERE, new Date(Date.now() + 5_000))
  const waiting = Promise.all([database(pool.db), pool.db.transaction((tx) => database(tx))])
  expect(await begun).toBe(HERE)
  await expect.poll(connections).toBe(0)
  pool.settle(THERE)
  expect(await waiting).toEqual([THERE, THERE])
  await pool.close()
})

test('a hold that nobody ends ends by itself, where it began', async () => {
  const pool = openMovablePool<string>(to, HERE)
  pool.settle(HERE, new Date(Date.now() + 200))
  const start = performance.now()
  expect(await database(pool.db)).toBe(HERE)
  expect(performance.now() - start).toBeGreaterThan(150)
  await pool.close()
})

test('a failure reaches the one who asked, in and out of a transaction', async () => {
  const pool = openMovablePool<string>(to, HERE)
  await expect(pool.db.execute(sql`select 1 / 0`)).rejects.toThrow()
  await expect(
    pool.db.transaction(async (tx) => {
      await tx.execute(sql`select 1`)
      throw new Error('mine')
    }),
  ).rejects.toThrow('mine')
  expect(await database(pool.db)).toBe(HERE)
  await pool.close()
})
