import { isIP } from 'node:net'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { lastDay, type Period, parsePeriod } from '#base/period.ts'
import { type PlainDate, parseDate, parseIsoDate } from '#base/plainDate.ts'
import { USUAL_SEED } from '#base/random.ts'
import { EXPORT_TABLES, type ExportTable } from '#services/spreadsheets/exportRecords.ts'
import { MOST_DRAWS, type Pace, type Reports } from '#simulate/index.ts'
import { runAnnex } from './commands/annex.ts'
import { type BoundariesRequest, runBoundaries } from './commands/boundaries.ts'
import { runBulletin } from './commands/bulletin.ts'
import { runCheck } from './commands/check.ts'
import { runCriteria } from './commands/criteria.ts'
import { runDiff } from './commands/diff.ts'
import { runExplain } from './commands/explain.ts'
import { type ExportOptions, runExport } from './commands/export.ts'
import { runExportSite } from './commands/exportSite.ts'
import { runFmt } from './commands/fmt.ts'
import { type HistoryOptions, runHistory } from './commands/history.ts'
import { type ImpactCommand, runImpact } from './commands/impact.ts'
import { type ImportOptions, runImport } from './commands/import.ts'
import { runLedger } from './commands/ledger.ts'
import { runPlan } from './commands/plan.ts'
import { runPossible } from './commands/possible.ts'
import { runProject } from './commands/project.ts'
import { type PublishOptions, runPublish } from './commands/publish.ts'
import { runReview } from './commands/review.ts'
import { runRobust } from './commands/robust.ts'
import { runScore } from './commands/score.ts'
import { runSensitivity } from './commands/sensitivity.ts'
import { runServe } from './commands/serve.ts'
import { runTargets } from './commands/targets.ts'
import { runTemplate, type TemplateOptions } from './commands/template.ts'
import { runTest } from './commands/test.ts'
import { runVerify, type VerifyOptions } from './commands/verify.ts'
import { runWhatIf } from './commands/whatif.ts'
import { runWithdraw, type WithdrawOptions } from './commands/withdraw.ts'
import { runWorkbook } from './commands/workbook.ts'
import type { ExitCode, Output } from './output.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** The command line in Vietnamese; `done` receives the exit code of the command that ran. */
export function createProgram(output: Output, today: PlainDate, done: (code: ExitCode) => void): Command {
  const program = new Command('thidua')
    .description('Thi đua: kiểm tra bộ tiêu chí, chấm điểm, giải thích và công bố bảng xếp hạng')
    .helpOption('-h, --help', 'xem hướng dẫn')
    .helpCommand(false)
    .exitOverride()
    .usage('<lệnh> [tùy chọn]')
    .configureHelp({
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: describeOption,
      subcommandTerm: (command) => command.name(),
    })
    .configureOutput({ writeOut: output.out, writeErr: output.error, outputError: () => {} })

  const add = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .helpOption('-h, --help', 'xem hướng dẫn')
      .option('--json', 'in kết quả dạng JSON')

  add('check', 'tìm mọi lỗi trong bộ tiêu chí')
    .usage('<FILE…> [tùy chọn]')
    .argument('<FILE...>', 'các tệp .thidua')
    .action(async (files: string[], { json = false }: JsonOption) =>
      done(await runCheck(files, json, output)),
    )

  add('fmt', 'sắp xếp lại cách trình bày bộ tiêu chí')
    .usage('<FILE…> [tùy chọn]')
    .argument('<FILE...>', 'các tệp .thidua')
    .option('--check', 'không ghi, chỉ cho biết tệp nào cần sắp xếp lại')
    .addOption(new Option('--stdout', 'không ghi, in nội dung đã sắp xếp lại').conflicts(['check', 'json']))
    .action(async (files: string[], options: FmtOptions) =>
      done(await runFmt({ files, check: false, stdout: false, json: false, ...options }, output)),
    )

  add('test', 'chạy các ví dụ trong bộ tiêu chí')
    .usage('<FILE…> [tùy chọn]')
    .argument('<FILE...>', 'các tệp .thidua')
    .option('--coverage', 'liệt kê các nhánh chưa có ví dụ')
    .action(async (files: string[], options: TestOptions) =>
      done(await runTest({ files, json: false, coverage: false, ...options }, output)),
    )

  add('boundaries', 'cho xem điểm ngay dưới, đúng và ngay trên mỗi ngưỡng')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .option('--criterion <CODE>', 'chỉ một tiêu chí hay nhóm, ví dụ 3a')
    .option('--examples', 'chỉ in các dòng ví dụ chưa có, để chép vào tệp')
    .action(async (file: string, options: Partial<BoundariesRequest>) =>
      done(
        await runBoundaries({ criterion: undefined, examples: false, json: false, ...options, file }, output),
      ),
    )

  add('criteria', 'liệt kê nhóm, tiêu chí, chỉ tiêu và đơn vị chủ trì')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .action(async (file: string, { json = false }: JsonOption) => done(await runCriteria(file, json, output)))

  add('ledger', 'đối chiếu điểm khai với điểm đạt được của từng tiêu chí')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .action(async (file: string, { json = false }: JsonOption) => done(await runLedger(file, json, output)))

  add('annex', 'in phụ lục để ký, dựng từ chính bộ tiêu chí')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .option('--docx <OUT>', 'ghi tệp Word')
    .option('--html <OUT>', 'ghi trang để in')
    .option('--no-examples', 'không in các ví dụ')
    .action(async (file: string, options: AnnexOptions) =>
      done(await runAnnex({ file, docx: undefined, html: undefined, json: false, ...options }, output)),
    )

  add('diff', 'so sánh hai bộ tiêu chí, hoặc một bộ tiêu chí ở hai ngày')
    .usage('<OLD> [NEW] [tùy chọn]')
    .argument('<OLD>', 'tệp .thidua cũ')
    .argument('[NEW]', 'tệp .thidua mới; không có thì so <OLD> với chính nó ở hai ngày')
    .addOption(dayOption('--on <DAY>', 'so hai tệp theo nội dung có hiệu lực vào ngày này'))
    .addOption(dayOption('--from <DAY>', 'lấy bản cũ vào ngày này (không có thì ngày đầu)').conflicts(['on']))
    .addOption(
      dayOption('--to <DAY>', 'lấy bản mới vào ngày này (một tệp: không có thì lần đổi cuối)').conflicts([
        'on',
      ]),
    )
    .option('--exit-code', 'kết thúc với mã 1 nếu có khác nhau')
    .action(async (old: string, now: string | undefined, options: DiffOptions) => {
      const none = { on: undefined, from: undefined, to: undefined }
      done(await runDiff({ old, new: now, ...none, exitCode: false, json: false, ...options }, output))
    })

  add('score', 'chấm điểm và xếp hạng')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .addOption(asOfOption())
    .action(async (file: string, options: ScoreOptions) =>
      done(await runScore({ file, today, json: false, ...options }, output)),
    )

  add('review', 'sơ kết, tổng kết các năm của từng giai đoạn')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .addOption(asOfOption())
    .action(async (file: string, options: ScoreOptions) =>
      done(await runReview({ file, today, json: false, ...options }, output)),
    )

  add('robust', 'thứ hạng có đổi không nếu làm tròn cách khác')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .addOption(asOfOption())
    .action(async (file: string, options: ScoreOptions) =>
      done(await runRobust({ file, today, json: false, ...options }, output)),
    )

  add('whatif', 'nếu số liệu khác đi thì điểm và hạng của ai thay đổi')
    .usage('<FILE> --scenario <FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .requiredOption('--scenario <FILE>', 'tệp CSV: entrant,measure,from,until,change')
    .option('--against <FILE>', 'kịch bản khác để so (không có thì so với cứ như hiện nay)')
    .addOption(paceOption())
    .addOption(
      new Option('--past', 'cho giả định cả các kỳ đã qua, để thử sửa số liệu cũ').default(false, 'không'),
    )
    .addOption(asOfOption())
    .addOption(dayOption('--horizon <DAY>', 'ngày nhìn tới (không có thì ngày cuối của bộ tiêu chí)'))
    .action(async (file: string, { pace, ...options }: WhatIfOptions) =>
      done(await runWhatIf({ file, today, json: false, pace: PACES[pace], ...options }, output)),
    )

  add('plan', 'cách ít công sức nhất để đạt một số điểm, một loại hay một hạng')
    .usage('<FILE> --entrant <ID> [--to <ĐÍCH>] [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .requiredOption('--entrant <ID>', 'mã đối tượng, ví dụ thon-3')
    .addOption(
      new Option(
        '--to <ĐÍCH>',
        'đích: "90 điểm", "loại Tốt", "hạng 3" hay "vượt thon-5" (không có thì kể từng việc đáng làm)',
      ),
    )
    .option('--efforts <FILE>', 'bảng công sức CSV (không có thì efforts.csv trong thư mục số liệu)')
    .addOption(paceOption())
    .addOption(asOfOption())
    .addOption(dayOption('--horizon <DAY>', 'ngày nhìn tới (không có thì ngày cuối của bộ tiêu chí)'))
    .option('--out <FILE>', 'ghi kế hoạch thành tệp kịch bản cho thidua whatif')
    .action(async (file: string, { to: goal, pace, ...options }: PlanOptions) =>
      done(await runPlan({ file, today, json: false, goal, pace: PACES[pace], ...options }, output)),
    )

  add('project', 'cứ như các kỳ đã qua thì cuối năm ai có thể ở hạng nào')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .addOption(drawnPaceOption())
    .addOption(new Option('--draws <N>', 'rút ngẫu nhiên bao nhiêu lần').default(1000).argParser(parseDraws))
    .addOption(
      new Option('--seed <N>', 'số mở đầu: cùng số thì ra cùng kết quả')
        .default(USUAL_SEED)
        .argParser(parseSeed),
    )
    .addOption(asOfOption())
    .addOption(dayOption('--horizon <DAY>', 'ngày nhìn tới (không có thì ngày cuối của bộ tiêu chí)'))
    .action(async (file: string, { pace, ...options }: ProjectOptions) =>
      done(await runProject({ file, today, json: false, pace: DRAWN_PACES[pace], ...options }, output)),
    )

  add('possible', 'còn khả năng nào về điểm, hạng, loại; điều gì đã chắc chắn')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .option('--entrant <ID>', 'chỉ một đối tượng, ví dụ thon-3')
    .addOption(
      new Option('--assume <GIẢ ĐỊNH>', 'số liệu chưa có được coi là')
        .choices(Object.keys(ASSUMED))
        .default('khong', 'khong: sao cũng được, kể cả không báo'),
    )
    .addOption(asOfOption())
    .addOption(dayOption('--horizon <DAY>', 'ngày nhìn tới (không có thì ngày cuối của bộ tiêu chí)'))
    .action(async (file: string, { assume, ...options }: PossibleOptions) =>
      done(await runPossible({ file, today, json: false, assumed: ASSUMED[assume], ...options }, output)),
    )

  add('sensitivity', 'thứ hạng dựa vào đâu: trọng số, từng tiêu chí, số liệu sát nút')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .addOption(drawsOption())
    .addOption(seedOption())
    .addOption(asOfOption())
    .action(async (file: string, options: SensitivityOptions) =>
      done(await runSensitivity({ file, today, json: false, ...options }, output)),
    )

  add('impact', 'đổi bộ tiêu chí thì ai được, ai mất, do tiêu chí nào, trên cùng số liệu')
    .usage('<OLD> <NEW> [tùy chọn]')
    .argument('<OLD>', 'tệp .thidua đang dùng')
    .argument('<NEW>', 'tệp .thidua muốn thử')
    .addOption(dataOption())
    .addOption(asOfOption())
    .option('--past', 'cho biết cả cuối mỗi tháng trước')
    .action(async (old: string, now: string, options: ImpactOptions) =>
      done(await runImpact({ past: false, json: false, ...options, old, new: now }, output)),
    )

  add('explain', 'giải thích điểm của một đối tượng')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .requiredOption('--entrant <ID>', 'mã đối tượng, ví dụ thon-3')
    .option('--criterion <CODE>', 'chỉ một tiêu chí, ví dụ 3a')
    .addOption(asOfOption())
    .addOption(sinceOption('cho biết điều gì đã thay đổi từ sau ngày này, hoặc sau tháng 2026-09'))
    .action(async (file: string, options: ExplainOptions) =>
      done(await runExplain({ file, today, json: false, ...options }, output)),
    )

  add('bulletin', 'soạn bản tin kết quả để đọc trên loa truyền thanh')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'tệp .thidua')
    .addOption(dataOption())
    .addOption(asOfOption())
    .addOption(sinceOption('so hạng với cuối ngày này (không có thì cuối tháng trước)'))
    .action(async (file: string, options: SinceOptions) =>
      done(await runBulletin({ file, today, json: false, ...options }, output)),
    )

  add('targets', 'so sánh cùng một chỉ tiêu giữa các xã')
    .usage('[tùy chọn]')
    .addOption(siteDataOption())
    .addOption(siteRulesOption())
    .action(async (options: SiteOptions) => done(await runTargets({ json: false, ...options }, output)))

  add('import', 'nhập số liệu từ tệp vào kho dữ liệu, tất cả hoặc không gì cả')
    .usage('<FILE> [tùy chọn]')
    .argument('<FILE>', 'bảng số liệu: tệp Excel (.xlsx) hoặc CSV, dọc hoặc ngang')
    .addOption(storeOption('--into <DIR>'))
    .addOption(rulebookOption())
    .option('--entrants <FILE>', 'tệp danh sách đối tượng; cần cho lần đầu và khi danh sách đổi')
    .option('--sheet <NAME>', 'chỉ đọc trang này của tệp Excel (không có thì mọi trang có bảng)')
    .addOption(periodOption('kỳ của số liệu khi bảng không ghi: 2026-10, 2026-Q3 hoặc 2026'))
    .option('--why <TEXT>', 'lý do; bắt buộc khi sửa số liệu đã lưu', '')
    .addOption(byOption())
    .option('--dry-run', 'chỉ xem điều gì sẽ thay đổi')
    .action(async (file: string, options: ImportOptions) => done(await runImport(file, options, output)))

  add('withdraw', 'rút lại một số liệu đã nhập nhầm; lịch sử của nó vẫn còn')
    .usage('[tùy chọn]')
    .addOption(storeOption('--into <DIR>'))
    .addOption(rulebookOption())
    .requiredOption('--entrant <ID>', 'mã đối tượng, ví dụ thon-3')
    .requiredOption('--measure <NAME>', 'tên số liệu, ví dụ phát_sóng')
    .addOption(periodOption('kỳ của số liệu: 2026-10, 2026-Q3 hoặc 2026').makeOptionMandatory())
    .requiredOption('--why <TEXT>', 'lý do')
    .addOption(byOption())
    .action(async (options: WithdrawOptions) => done(await runWithdraw(options, output)))

  add('history', 'mọi số liệu từng nhập của một đối tượng: ai nhập, ai sửa, lúc nào, vì sao')
    .usage('[tùy chọn]')
    .addOption(storeOption('--from <DIR>'))
    .addOption(rulebookOption())
    .requiredOption('--entrant <ID>', 'mã đối tượng, ví dụ thon-3')
    .option('--measure <NAME>', 'chỉ một số liệu, ví dụ phát_sóng')
    .action(async (options: HistoryOptions) => done(await runHistory(options, output)))

  add('template', 'tạo bảng trống cho một kỳ, điền xong thì nhập lại được')
    .usage('[tùy chọn]')
    .addOption(rulebookOption())
    .addOption(periodOption('kỳ báo cáo: 2026-10, 2026-Q3 hoặc 2026').makeOptionMandatory())
    .addOption(outOption())
    .option('--entrants <FILE>', 'tệp danh sách đối tượng')
    .addOption(
      new Option('--into <DIR>', 'hoặc lấy danh sách đã lưu trong kho dữ liệu').conflicts('entrants'),
    )
    .action(async (options: TemplateOptions) => done(await runTemplate(options, output)))

  add('export', 'xuất kết quả, số liệu và lịch sử sửa số liệu ra Excel hoặc CSV')
    .usage('[tùy chọn]')
    .addOption(storeOption('--from <DIR>'))
    .addOption(rulebookOption())
    .addOption(outOption())
    .addOption(periodOption('chỉ số liệu của kỳ này, kết quả đến hết kỳ (không có thì tất cả)'))
    .addOption(
      new Option('--table <NAME>', `tệp CSV chứa bảng nào: ${EXPORT_TABLES.join(', ')}`)
        .argParser(parseTable)
        .default('results'),
    )
    .action(async (options: ExportOptions) => done(await runExport(options, today, output)))

  add('publish', 'công bố kết quả một kỳ: bản công bố không đổi nữa')
    .usage('[tùy chọn]')
    .addOption(storeOption('--into <DIR>'))
    .addOption(rulebookOption())
    .addOption(periodOption('kỳ công bố: 2026-10, 2026-Q3 hoặc 2026').makeOptionMandatory())
    .option('--correct <WHY>', 'đính chính bản đã công bố, kèm lý do')
    .addOption(byOption())
    .action(async (options: PublishOptions) => done(await runPublish(options, output)))

  add('verify', 'tính lại mọi bản đã công bố, đối chiếu từng byte')
    .usage('[tùy chọn]')
    .addOption(storeOption('--from <DIR>').makeOptionMandatory(false))
    .addOption(
      new Option('--file <FILE>', 'chỉ một bản công bố, tệp cong-bo.json tải từ trang').conflicts([
        'from',
        'rules',
      ]),
    )
    .option('--rules <FILE>', 'chỉ các bản công bố theo tệp .thidua này')
    .addOption(
      new Option('--expect <HASH>', 'mã đã ghi lại khi công bố: phải có bản công bố mang mã ấy').argParser(
        parseHash,
      ),
    )
    .action(async (options: VerifyOptions, command: Command) => {
      if (options.from === undefined && options.file === undefined)
        command.error("'--from <DIR>'", { code: 'commander.missingMandatoryOptionValue' })
      done(await runVerify(options, output))
    })

  add('workbook', 'lập bảng tính có công thức để đối chiếu điểm trong Excel')
    .usage('[tùy chọn]')
    .addOption(rulebookOption())
    .addOption(dataOption())
    .addOption(asOfOption())
    .requiredOption('--out <FILE>', 'ghi vào tệp .xlsx này')
    .action(async (options: WorkbookOptions) =>
      done(await runWorkbook({ today, json: false, ...options }, output)),
    )

  add('serve', 'mở trang công bố trên máy này')
    .usage('[tùy chọn]')
    .addOption(new Option('--port <N>', 'cổng').env('PORT').default(3000).argParser(parsePort))
    .addOption(new Option('--from <DIR>', 'kho dữ liệu có các bản công bố (không có thì dùng dữ liệu mẫu)'))
    .addOption(
      new Option('--host <IP>', 'ai mở được trang: 127.0.0.1 chỉ máy này, 0.0.0.0 mọi máy')
        .env('HOST')
        .default('127.0.0.1')
        .argParser(parseHost),
    )
    .addOption(
      new Option('--url <URL>', 'địa chỉ người dân mở trang, để in mã QR và chia sẻ')
        .env('THIDUA_URL')
        .argParser(parseSiteUrl),
    )
    .addOption(
      new Option(
        '--metrics-port <N>',
        'cổng riêng của máy này để theo dõi trang (/metrics cho Prometheus)',
      ).argParser(parsePort),
    )
    .addOption(
      new Option('--log-requests', 'ghi mỗi lượt xem một dòng: trang nào, bao lâu; không ghi ai xem'),
    )
    .addOption(siteDataOption())
    .addOption(siteRulesOption())
    .action(async (options: ServeOptions) => done(await runServe({ today, json: false, ...options }, output)))

  add('export-site', 'xuất cả trang công bố thành tệp, mở được ở bất kỳ đâu')
    .usage('<DIR> [tùy chọn]')
    .argument('<DIR>', 'thư mục để xuất vào: mới, hoặc đã xuất vào trước đây')
    .addOption(new Option('--from <DIR>', 'kho dữ liệu có các bản công bố (không có thì dùng dữ liệu mẫu)'))
    .addOption(
      new Option('--url <URL>', 'địa chỉ người dân sẽ mở trang, để in mã QR và chia sẻ')
        .env('THIDUA_URL')
        .argParser(parseSiteUrl),
    )
    .addOption(siteDataOption())
    .addOption(siteRulesOption())
    .action(async (folder: string, options: ExportSiteOptions) =>
      done(await runExportSite({ folder, today, json: false, ...options }, output)),
    )

  return program
}

interface JsonOption {
  readonly json?: boolean
}

/** What the paces are called on the command line. */
const PACES = {
  nhip: 'all',
  'ba-ky': 'lastThree',
  'nam-truoc': 'lastYear',
  khong: 'none',
} as const satisfies Readonly<Record<string, Pace>>

/** What may be taken for granted of what has not been reported, as the command line calls it. */
const ASSUMED = {
  khong: 'asTheyCome',
  'du-so-lieu': 'complete',
  'khong-lui': 'rising',
} as const satisfies Readonly<Record<string, Reports>>

function paceOption(): Option {
  return new Option('--pace <PACE>', 'các kỳ chưa đến được coi là')
    .choices(Object.keys(PACES))
    .default('nhip', 'nhip: giữ nhịp các kỳ đã qua')
}

/** Something has to be supposed to draw from. */
const { khong: _, ...DRAWN_PACES } = PACES

function drawnPaceOption(): Option {
  return new Option('--pace <PACE>', 'các kỳ chưa đến đi như')
    .choices(Object.keys(DRAWN_PACES))
    .default('nhip', 'nhip: một kỳ đã qua bất kỳ')
}

function drawsOption(): Option {
  return new Option('--draws <N>', 'rút ngẫu nhiên bao nhiêu lần').default(1000).argParser(parseDraws)
}

function seedOption(): Option {
  return new Option('--seed <N>', 'số mở đầu: cùng số thì ra cùng kết quả')
    .default(USUAL_SEED)
    .argParser(parseSeed)
}

function parseDraws(text: string): number {
  const draws = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  if (!(draws >= 1 && draws <= MOST_DRAWS))
    throw new InvalidArgumentError(`\`${text}\` không phải số lần từ 1 đến 100000`)
  return draws
}

function parseSeed(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (!(seed < 2 ** 31))
    throw new InvalidArgumentError(`\`${text}\` không phải số nguyên từ 0 đến 2147483647`)
  return seed
}

interface WhatIfOptions extends ScoreOptions {
  readonly scenario: string
  readonly against: string | undefined
  readonly pace: keyof typeof PACES
  readonly past: boolean
  readonly horizon: PlainDate | undefined
}

interface SensitivityOptions extends ScoreOptions {
  readonly draws: number
  readonly seed: number
}

interface ProjectOptions extends SensitivityOptions {
  readonly pace: keyof typeof DRAWN_PACES
  readonly horizon: PlainDate | undefined
}

interface PossibleOptions extends ScoreOptions {
  readonly entrant: string | undefined
  readonly assume: keyof typeof ASSUMED
  readonly horizon: PlainDate | undefined
}

interface PlanOptions extends ScoreOptions {
  readonly entrant: string
  readonly to: string | undefined
  readonly pace: keyof typeof PACES
  readonly efforts: string | undefined
  readonly horizon: PlainDate | undefined
  readonly out: string | undefined
}

type ImpactOptions = Pick<ImpactCommand, 'data' | 'asOf'> & Partial<Pick<ImpactCommand, 'past' | 'json'>>

interface FmtOptions extends JsonOption {
  readonly check?: boolean
  readonly stdout?: boolean
}

interface AnnexOptions extends JsonOption {
  readonly examples: boolean
  readonly docx?: string
  readonly html?: string
}

interface DiffOptions extends JsonOption {
  readonly on?: PlainDate
  readonly from?: PlainDate
  readonly to?: PlainDate
  readonly exitCode?: boolean
}

interface TestOptions extends JsonOption {
  readonly coverage?: boolean
}

interface ScoreOptions extends JsonOption {
  readonly data: string
  readonly asOf: PlainDate | undefined
}

interface WorkbookOptions extends ScoreOptions {
  readonly rules: string
  readonly out: string
}

interface SinceOptions extends ScoreOptions {
  readonly since: PlainDate | undefined
}

interface ExplainOptions extends SinceOptions {
  readonly entrant: string
  readonly criterion: string | undefined
}

interface SiteOptions extends JsonOption {
  readonly data: string
  readonly rules: string
}

interface ServeOptions extends SiteOptions {
  readonly port: number
  readonly host: string
  readonly metricsPort?: number
  readonly logRequests?: boolean
  readonly url?: string
  readonly from?: string
}

interface ExportSiteOptions extends SiteOptions {
  readonly url?: string
  readonly from?: string
}

/** What an option does, what holds without it, and what else can set it. */
function describeOption({ description, defaultValue, defaultValueDescription, envVar }: Option): string {
  const defaults = defaultValueDescription ?? defaultValue
  const notes = [
    defaults === undefined || defaults === '' ? '' : `mặc định ${defaults}`,
    envVar ? `biến môi trường ${envVar}` : '',
  ]
  const said = notes.filter((note) => note !== '').join(', ')
  return said ? `${description} (${said})` : description
}

/** The words that commander prints above the parts of its help. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Đối số:',
  'Options:': 'Tùy chọn:',
  'Commands:': 'Lệnh:',
}

function dataOption(): Option {
  return new Option(
    '--data <DIR>',
    'kho dữ liệu, hoặc thư mục có entrants.csv và facts.csv',
  ).makeOptionMandatory()
}

function storeOption(flags: string): Option {
  return new Option(flags, 'kho dữ liệu: thư mục giữ số liệu và các bản công bố').makeOptionMandatory()
}

function rulebookOption(): Option {
  return new Option('--rules <FILE>', 'tệp .thidua').makeOptionMandatory()
}

function byOption(): Option {
  return new Option('--by <OFFICE>', 'đơn vị thực hiện, ghi vào nhật ký').default('không ghi')
}

function outOption(): Option {
  return new Option('--out <FILE>', 'tệp để ghi: .xlsx hoặc .csv').makeOptionMandatory()
}

function periodOption(description: string): Option {
  return new Option('--period <PERIOD>', description).argParser(parseWholePeriod)
}

/** All of a hash or as much as is printed of it. */
function parseHash(text: string): string {
  const hash = text.toLowerCase()
  if (!/^(?:[0-9a-f]{12}|[0-9a-f]{64})$/.test(hash))
    throw new InvalidArgumentError(`\`${text}\` không phải mã gồm 12 hay 64 chữ số và chữ cái từ a đến f`)
  return hash
}

function parseTable(text: string): ExportTable {
  const table = EXPORT_TABLES.find((each) => each === text)
  if (!table) throw new InvalidArgumentError(`\`${text}\` không phải một trong ${EXPORT_TABLES.join(', ')}`)
  return table
}

function parseWholePeriod(text: string): Period {
  const period = parsePeriod(text)
  if (!period) throw new InvalidArgumentError(`\`${text}\` không phải kỳ như 2026-10, 2026-Q3 hay 2026`)
  return period
}

function siteDataOption(): Option {
  const option = new Option('--data <DIR>', 'thư mục số liệu').env('THIDUA_DATA')
  return option.default(join(ROOT, 'data'), 'data')
}

function siteRulesOption(): Option {
  const option = new Option('--rules <DIR>', 'thư mục bộ tiêu chí').env('THIDUA_RULES')
  return option.default(join(ROOT, 'rules'), 'rules')
}

function asOfOption(): Option {
  return dayOption('--as-of <DAY>', 'chấm đến hết ngày 31/10/2026 hoặc hết tháng 2026-10')
}

function sinceOption(description: string): Option {
  return dayOption('--since <DAY>', description)
}

function dayOption(flags: string, description: string): Option {
  return new Option(flags, description).argParser(parseDay)
}

function parseDay(text: string): PlainDate {
  const period = parsePeriod(text)
  const day = period ? lastDay(period) : (parseIsoDate(text) ?? parseDate(text))
  if (!day) throw new InvalidArgumentError(`\`${text}\` không phải ngày như 31/10/2026 hay tháng như 2026-10`)
  return day
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65535)) throw new InvalidArgumentError(`\`${text}\` không phải số cổng từ 0 đến 65535`)
  return port
}

/** The origin of a site, and the folder it lies in where it is not at the root. */
function parseSiteUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const plain = url?.search === '' && url.hash === '' && url.username === '' && url.password === ''
  if (!url || !plain || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError(`\`${text}\` không phải địa chỉ trang, ví dụ https://thidua.xa.gov.vn`)
  return url.href.replace(/\/+$/, '')
}

function parseHost(text: string): string {
  if (isIP(text) === 0) throw new InvalidArgumentError(`\`${text}\` không phải địa chỉ IP`)
  return text
}
