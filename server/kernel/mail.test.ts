import { createServer, type AddressInfo, type Server } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { createMail, MailNotSent } from './mail.ts'

const from = 'Tutti <tutti@example.org>'
const letter = { to: 'anna@example.org', subject: 'Merhaba', text: 'Çay hazır.' }

const open = new Set<{ close: (done: () => void) => unknown }>()
afterEach(async () => {
  await Promise.all([...open].map((server) => new Promise<void>((resolve) => void server.close(resolve))))
  open.clear()
})

/** A real mail server that keeps what it takes. */
async function post(options: SMTPServerOptions = {}) {
  const taken: { sender: string | false; recipients: string[]; message: string }[] = []
  const smtp = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    ...options,
    onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
      const sender = mailFrom === false ? false : mailFrom.address
      const keep = (message: string) =>
        taken.push({ sender, recipients: rcptTo.map(({ address }) => address), message })
      text(stream)
        .then(keep)
        .then(() => done(), done)
    },
  })
  return { taken, port: await listen(smtp.server, smtp) }
}

async function listen(server: Pick<Server, 'listen' | 'address'>, owner: { close: (done: () => void) => unknown }) {
  open.add(owner)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

describe('mail', () => {
  it('brings subject, text and page to one person', async () => {
    const { taken, port } = await post()
    const mail = createMail({ url: `smtp://127.0.0.1:${port}`, from })
    await mail.send({ ...letter, html: '<p>Tea</p>' })
    expect(mail.configured).toBe(true)
    expect(taken).toEqual([
      { sender: 'tutti@example.org', recipients: ['anna@example.org'], message: expect.any(String) },
    ])
    expect(taken[0]?.message).toMatch(
      /From: Tutti <tutti@example.org>\r\n[^]*Subject: Merhaba[^]*=C3=87ay[^]*<p>Tea<\/p>/,
    )
  })

  it('signs in where the address carries a password', async () => {
    const seen: unknown[] = []
    const { taken, port } = await post({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _session, done) => (
        seen.push([username, password]),
        done(null, { user: username })
      ),
    })
    await createMail({ url: `smtp://tutti:p%40ss@127.0.0.1:${port}`, from }).send(letter)
    expect([seen, taken.length]).toEqual([[['tutti', 'p@ss']], 1])
  })

  it.each(['anna@example.org, eve@example.org', 'anna@example.org\r\nBcc: eve@example.org'])(
    'never goes to a second person that is hidden in the address: %j',
    async (to) => {
      const { taken, port } = await post()
      await createMail({ url: `smtp://127.0.0.1:${port}`, from })
        .send({ ...letter, to })
        .catch((error: Error) => {
          expect(error).toBeInstanceOf(MailNotSent)
        })
      expect(taken.flatMap(({ recipients }) => recipients)).not.toContain('eve@example.org')
      expect(taken.map(({ message }) => message).join()).not.toMatch(/^Bcc:/im)
    },
  )

  it('has no second header hidden in the subject', async () => {
    const { taken, port } = await post()
    await createMail({ url: `smtp://127.0.0.1:${port}`, from }).send({
      ...letter,
      subject: 'a\r\nBcc: eve@example.org',
    })
    expect(taken[0]?.recipients).toEqual(['anna@example.org'])
    expect(taken[0]?.message).not.toMatch(/^Bcc:/im)
  })
})

describe('mail that is not sent', () => {
  it('says so where no server is set', async () => {
    const mail = createMail(null)
    expect(mail.configured).toBe(false)
    await expect(mail.send(letter)).rejects.toMatchObject({ why: 'not-configured' })
  })

  it('tells a refusal', async () => {
    const { port } = await post({ onRcptTo: (_address, _session, done) => done(new Error('unknown here')) })
    const mail = createMail({ url: `smtp://127.0.0.1:${port}`, from })
    await expect(mail.send(letter)).rejects.toMatchObject({ why: 'refused' })
  })

  it('tells a server that is not there, without the password', async () => {
    const server = createServer()
    const port = await listen(server, { close: (done) => done() })
    await new Promise((resolve) => server.close(resolve))
    const failure = await createMail({ url: `smtp://me:planted@127.0.0.1:${port}`, from })
      .send(letter)
      .catch((error: Error) => error)
    expect(failure).toMatchObject({ why: 'unreachable', message: expect.stringMatching(/ESOCKET|ECONN/) })
    expect(String(failure)).not.toContain('planted')
  })
})
