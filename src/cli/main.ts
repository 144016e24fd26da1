import { CommanderError } from 'commander'
import type { PlainDate } from '#base/plainDate.ts'
import type { DiagnosticCode } from '#diagnostic/codes.ts'
import { diskFault } from '#store/diskFault.ts'
import { StoreFailure } from '#store/store.ts'
import { CANNOT_RUN, type ExitCode, FINE, type Output, printDiagnostics } from './output.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command of the process's own command line and leaves its exit code. One of the two places that catch what is
 * thrown (the other is the site's error page).
 */
export async function main(argv: readonly string[]): Promise<void> {
  // A reader that has seen enough (`| head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  const output: Output = {
    out: (text) => process.stdout.write(text),
    error: (text) => process.stderr.write(text),
  }
  const now = new Date()
  const today = { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }
  process.exitCode = await run(argv, output, today)
}

/** Runs one command and answers its exit code; never throws. `today` decides no points, only what is warned of. */
export async function run(argv: readonly string[], output: Output, today: PlainDate): Promise<ExitCode> {
  let code: ExitCode = FINE
  const program = createProgram(output, today, (ended) => {
    code = ended
  })
  try {
    if (argv.length <= 2) program.outputHelp()
    else await program.parseAsync([...argv])
    return code
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return FINE
      fail(argv, output, 'usage', usageFault(error), 'xem hướng dẫn: npx thidua --help')
      return CANNOT_RUN
    }
    if (error instanceof StoreFailure) {
      fail(
        argv,
        output,
        'store-failed',
        storeFault(error),
        'kiểm tra ổ đĩa, chạy lại, rồi xem thay đổi đã được lưu chưa',
      )
      return CANNOT_RUN
    }
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    fail(
      argv,
      output,
      'unexpected',
      'Thi đua gặp sự cố ngoài dự kiến và đã dừng, không có gì được ghi.',
      detail,
    )
    return CANNOT_RUN
  }
}

/** A fault of the disk while records were being written or read. */
function storeFault({ cause }: StoreFailure): string {
  return `Không ghi được dữ liệu: ${diskFault(cause) ?? (cause instanceof Error ? cause.message : String(cause))}.`
}

/** Says why nothing was done: in words, or as the documented JSON form where that was asked for. */
function fail(
  argv: readonly string[],
  output: Output,
  code: DiagnosticCode,
  message: string,
  help: string,
): void {
  const diagnostic = { code, severity: 'error', message, labels: [], help } as const
  if (argv.includes('--json')) printDiagnostics(output, [diagnostic], true)
  else output.error(`${message}\n${help.charAt(0).toUpperCase()}${help.slice(1)}\n`)
}

/** commander's complaint in the user's language; the argument it is about stands in quotes in its message. */
function usageFault({ code, message }: CommanderError): string {
  const [, subject = ''] = /'([^']*)'/.exec(message) ?? []
  switch (code) {
    case 'commander.unknownCommand':
      return `Không có lệnh \`${subject}\`.`
    case 'commander.unknownOption':
      return `Không có tùy chọn \`${subject}\`.`
    case 'commander.missingArgument':
      return `Thiếu đối số ${subject}.`
    case 'commander.missingMandatoryOptionValue':
      return `Thiếu tùy chọn \`${subject}\`.`
    case 'commander.optionMissingArgument':
      return `Tùy chọn \`${subject}\` cần một giá trị.`
    case 'commander.conflictingOption': {
      const [first, second] = [...message.matchAll(/'([^']*)'/g)].map(([, option = '']) => `\`${option}\``)
      return `Không dùng chung ${first} với ${second}.`
    }
    case 'commander.excessArguments':
      return 'Thừa đối số; tùy chọn của npm start đứng sau --, ví dụ: npm start -- --port 3001.'
    case 'commander.invalidArgument': {
      const [, given, choices] =
        /argument '(.*)' is invalid\. Allowed choices are (.*)\.$/.exec(message) ?? []
      if (choices) return `Giá trị không hợp lệ: \`${given}\` không phải một trong ${choices}.`
      return `Giá trị không hợp lệ: ${message.slice(message.indexOf('`'))}.`
    }
    default:
      return message
  }
}
