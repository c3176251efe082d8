import postgres from 'postgres'

export const databaseUrl = (port: number, password: string, database: string) =>
  `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`

/** Creates the platform's database unless it is there. @throws PostgresError 28P01 when the password is not the server's */
export async function ensureDatabase(port: number, password: string, database: string): Promise<void> {
  const sql = postgres(databaseUrl(port, password, 'postgres'), { max: 1, onnotice: () => undefined })
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`
    if (found.length === 0) await sql`create database ${sql(database)}`
  } finally {
    await sql.end()
  }
}
