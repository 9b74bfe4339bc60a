/** The words of sending records. */
export const words = {
  choose: 'Choose files',
  hint: 'PDF, pictures, Word or text, each up to 512 MB. You can choose several at once, or drop them here.',
  chosen: 'Chosen files',
  pages: (count: number) => (count === 1 ? '1 page' : `${count.toLocaleString('en-US')} pages`),
  counting: 'counting pages…',
  size: (bytes: number) => {
    if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`
    const kilobytes = bytes / 1024
    return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`
  },
  all: (files: number, pages: string, size: string) => [files === 1 ? '1 file' : `${files} files`, pages, size].filter(Boolean).join(', '),
  remove: 'Remove',
  removed: (name: string) => `${name} was removed`,
  refused: {
    empty: (name: string) => `${name} is empty. Choose another file.`,
    large: (name: string) => `${name} is larger than 512 MB. Send it in parts.`,
    many: () => 'Send at most 50 files at once.',
  },
  send: (files: number) => (files === 1 ? 'Send 1 file' : `Send ${files} files`),
  sending: 'Sending',
  stop: 'Stop',
  sent: (percent: number) => `${percent} %`,
  states: { waiting: 'waiting', sending: 'sending', paused: 'no connection', sent: 'sent', failed: 'not sent' },
  paused: 'The connection is lost. What was sent is kept. Sending goes on by itself when the connection is back.',
  reading: 'All is sent. The records are being read…',
  stopped: 'Sending was stopped. What was sent is kept: choose the same files again to go on where it stopped.',
  again: 'Try again',
  received: (count: number) => (count === 1 ? '1 record was received' : `${count} records were received`),
  receivedText: (count: number) => (count === 1 ? 'It belongs to your case now, and the other side sees it too.' : 'They belong to your case now, and the other side sees them too.'),
  losses: 'Some of it could not be read:',
  lossesText: 'The records were received all the same. If you can, send a better copy.',
  more: 'Send more records',
}
