// Uploads that were begun, so that the same file chosen again after a reload goes on where it stopped. The file is named by
// its size and date alone: no name stays on the device.
const keyOf = (account: string, number: string, file: File) =>
  `openimr.upload.${account}.${number}.${file.size}.${file.lastModified}`

export const begunUpload = (account: string, number: string, file: File): string | undefined =>
  localStorage.getItem(keyOf(account, number, file)) ?? undefined

export const keepBegun = (account: string, number: string, file: File, upload: string): void =>
  localStorage.setItem(keyOf(account, number, file), upload)

export const forgetBegun = (account: string, number: string, file: File): void =>
  localStorage.removeItem(keyOf(account, number, file))
