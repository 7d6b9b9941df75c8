import { expect, it } from 'vitest'
import { shownFileName } from './file-name.ts'

it.each([
  ['sonbahar.jpg', 'sonbahar.jpg'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\ayşe\\İlk resim.png', 'İlk resim.png'],
  ['a\r\nset-cookie: b.png', 'a set-cookie: b.png'],
  ['cod\u202egnp.exe', 'cod gnp.exe'],
  ['', 'picture'],
  ['...', 'picture'],
  [`${'x'.repeat(300)}.png`, 'x'.repeat(120)],
  ['\ud800.png', '.png'],
])('shows %j as %j', (name, shown) => expect(shownFileName(name)).toBe(shown))
