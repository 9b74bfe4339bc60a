import { words } from '@words/upload'

/** `412 pages, 18.2 MB`: of files whose pages are known, counted or cannot be told. */
export function describe(files: File[], pages: (number | null | undefined)[]): string {
  const size = words.size(files.reduce((sum, file) => sum + file.size, 0))
  if (pages.some((count) => count === undefined)) return `${words.counting} ${size}`
  const sum = pages.reduce<number>((all, count) => all + (count ?? 0), 0)
  return sum > 0 ? `${words.pages(sum)}, ${size}` : size
}
