#!/usr/bin/env node
// The only file that an old Node must be able to read: it cannot load TypeScript, so this hands over to the Node that
// package-lock.json pins, or says in plain words what to run.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LEAST_MAJOR = 24
const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '..', '..')

if (Number(process.versions.node.split('.')[0]) >= LEAST_MAJOR) {
  const { main } = await import('./main.ts')
  await main(process.argv)
} else {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const pinned = join(
    root,
    'node_modules',
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    'bin',
    name,
  )
  if (existsSync(pinned)) {
    const { status } = spawnSync(pinned, [join(here, 'thidua.js'), ...process.argv.slice(2)], {
      stdio: 'inherit',
    })
    process.exitCode = status ?? 2
  } else {
    process.stderr.write(
      `Thi đua cần Node ${LEAST_MAJOR} trở lên, nhưng máy đang chạy Node ${process.versions.node}.\n` +
        `Hãy chạy lệnh sau trong thư mục của Thi đua để cài đúng phiên bản: npm ci\n`,
    )
    process.exitCode = 2
  }
}
