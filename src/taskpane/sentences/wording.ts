/** How counts and lists are worded. */

/** "1 partner", "3 partners"; `count` as it is written in the workbook's culture. */
export function counted(value: number, count: string, one: string, many = `${one}s`): string {
  return `${count} ${value === 1 ? one : many}`;
}

/** "A, B and C". */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}
