import { rm } from 'node:fs/promises'
import { Refused } from '../refused'
import { isRunning, readRunFile, removeRunFile } from '../run-file'
import { say } from './say'

/**
 * Makes sure that no other run works on the folder, and clears what a dead one left.
 * @param fresh removes what runs before this one kept there
 * @throws Refused while another run is alive
 */
export async function claimDataDirectory(dataDirectory: string, fresh: boolean): Promise<void> {
  const earlier = await readRunFile(dataDirectory)
  if (earlier && isRunning(earlier)) {
    throw new Refused(
      `Sổ tay đang chạy rồi (tiến trình ${earlier.pid}, ${Object.values(earlier.urls)[0] ?? ''}). Dừng bản đó bằng Ctrl-C, hoặc đặt SOTAY_DATA và SOTAY_PORT khác để chạy thêm bản nữa.`,
    )
  }
  if (earlier) {
    say(`Lần chạy trước (tiến trình ${earlier.pid}) kết thúc bất thường; đang khôi phục.`)
    await removeRunFile(dataDirectory)
  }
  if (!fresh) return
  say(`Làm lại từ đầu: xóa dữ liệu cũ trong "${dataDirectory}".`)
  for (const part of ['postgres', 'objects', 'secrets.json', 'logs']) {
    await rm(`${dataDirectory}/${part}`, { recursive: true, force: true, maxRetries: 3 })
  }
}
