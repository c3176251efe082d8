import { createServer } from 'node:net'
import { Refused } from '../refused'

/**
 * Makes sure nothing listens where the sites will.
 * @throws Refused naming the port and the variable that moves it
 */
export async function assertPortsFree(host: string, ports: Record<string, number>): Promise<void> {
  const [first, second] = Object.entries(ports)
  if (first && second && first[1] === second[1])
    throw new Refused(`${first[0]} và ${second[0]} không được cùng là ${first[1]}.`)
  for (const [variable, port] of Object.entries(ports)) {
    const failure = await tryPort(host, port)
    if (failure === 'EADDRINUSE') {
      throw new Refused(
        `Cổng ${port} đang được chương trình khác sử dụng. Dừng chương trình đó, hoặc đặt ${variable} thành cổng khác.`,
      )
    }
    if (failure === 'EACCES')
      throw new Refused(`Không được phép mở cổng ${port}. Đặt ${variable} thành cổng từ 1024 trở lên.`)
    if (failure) throw new Refused(`Không mở được ${host}:${port} (${failure}). Kiểm tra SOTAY_HOST và ${variable}.`)
  }
}

const tryPort = (host: string, port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
