/**
 * What two ways of printing the same thing have in common. All that is let pass between a plan and its rulebook is here:
 * everything else is a difference.
 */

/** NFC, one space for many, `hoá` as `hóa`, straight quotes, `-`, `/` and `&` without spaces, no full stop at the end. */
function asPrinted(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(/oá/g, 'óa')
    .replace(/[“”]/g, '"')
    .replace(/–/g, '-')
    .replace(/ ?([-/&]) ?/g, '$1')
    .replace(/[\s.,;:]+$/, '')
    .trim()
}

/** A title: the mark of a footnote that the plan does not have goes; the first letter, and a title all in capitals, may be either. */
export function title(text: string): string {
  const plain = asPrinted(text.replace(/\(\*\)\s*$/, ''))
  return smallFirst(plain === plain.toLocaleUpperCase('vi') ? plain.toLocaleLowerCase('vi') : plain)
}

/** The title of what the plan prints as `100% nhiệm vụ …`: the rulebook may call it `Tỷ lệ nhiệm vụ …`. */
export function titleAfterFigure(text: string): string {
  return title(text.replace(/^Tỷ lệ /, ''))
}

/**
 * A target: from its figure on (`tối thiểu 70%`, `≥ 92%`, `đối với các xã trung tâm: 60%`), unless the words before it
 * turn it round; `trở lên` and the comma of `tin, bài` go; `0.70` and `01` are written `0,7` and `1`. One without a figure is as a title.
 */
export function target(text: string): string {
  return asPrinted(text)
    .toLocaleLowerCase('vi')
    .replace(/^- ?/, '')
    .replace(/^(?!không quá|dưới|trên)\P{N}+(?=\d)/u, '')
    .replace(/ trở lên$/, '')
    .replace(/(?<=\p{L}),/gu, '')
    .replace(/\b(\d+)[.,](\d{1,2})(?!\d)/g, (_, whole, part) => `${whole},${part}`.replace(/,?0+$/, ''))
    .replace(/(?<![\d,])0+(?=\d)/g, '')
}

/** The same without what is counted, for a target that the plan prints as a bare number. */
export function bareTarget(text: string): string {
  return target(text).replace(/(?<=\d) ?\p{L}.*$/u, '')
}

/** A deadline: `quý II năm 2026` is `quý II/2026`. */
export function deadline(text: string): string {
  return smallFirst(asPrinted(text)).replace(/^((?:quý|tháng) \w+) năm (\d{4})$/, '$1/$2')
}

function smallFirst(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)
}
