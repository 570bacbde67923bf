/**
 * The look of the final text, in Typst. It reads everything from `/paper.json` (shared/print/paper.ts) and
 * builds content from strings only: nothing a delegation wrote is ever read as markup. Words are not hyphenated,
 * so that whoever searches the paper for a phrase finds it.
 */
export const FINAL_TEMPLATE = String.raw`
#let paper = json("/paper.json")
#let brand = rgb("#1d3f72")
#let quiet = rgb("#55606e")
#let warn = rgb("#8b1a1a")
#let hang = 12mm

#let language(tag) = {
  let parts = tag.split("-")
  (lang: parts.first(), region: parts.slice(1).find(part => part.len() == 2))
}
#let in-language(tag, body) = text(..language(tag), body)
#let ours(body) = in-language(paper.language, text(font: "Source Sans 3", body))

#let date = if paper.date == none { none } else {
  let (y, m, d) = paper.date.slice(0, 10).split("-").map(int)
  let (h, n, s) = paper.date.slice(11, 19).split(":").map(int)
  datetime(year: y, month: m, day: d, hour: h, minute: n, second: s)
}
#set document(title: paper.title, author: paper.author, date: date, keywords: (paper.symbol, paper.status), description: paper.conference)
#set text(font: "Source Serif 4", size: 10.5pt, ..language(paper.textLanguage), hyphenate: false, fill: rgb("#1b2430"))
#set par(justify: true, leading: 0.72em, spacing: 1.12em)
#set footnote.entry(separator: line(length: 30%, stroke: 0.5pt + quiet), gap: 0.6em)
#show footnote.entry: set text(size: 8.5pt)
#show link: it => it
#set page(
  paper: "a4",
  margin: (top: 27mm, bottom: 26mm, left: 27mm, right: 25mm),
  header: context if counter(page).get().first() > 1 {
    ours(text(8pt, fill: quiet)[
      #paper.conference #h(1fr)
      #if paper.draftMark != none { text(fill: warn, weight: "bold", upper(paper.draftMark)); h(1.2em) }
      #text(fill: brand, weight: "semibold", paper.symbol)
      #v(-0.7em) #line(length: 100%, stroke: 0.5pt + quiet.lighten(45%))
    ])
  },
  footer: context ours(text(8pt, fill: quiet)[
    #line(length: 100%, stroke: 0.5pt + quiet.lighten(45%)) #v(-0.7em)
    #paper.status #h(1fr)
    #paper.pageOf.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first()))
  ]),
)

#let run(r) = {
  if r.kind == "break" { linebreak() }
  else if r.kind == "note" { footnote(r.runs.map(run).join()) }
  else {
    let body = [#r.text]
    if r.bold { body = strong(body) }
    if r.italic { body = emph(body) }
    if r.underline { body = underline(body) }
    if r.link != none { body = link(r.link, body) }
    body
  }
}
#let runs(list) = list.map(run).join()
#let label-box(width, body) = box(width: width, body)
#let number(b) = text(font: "Source Sans 3", size: if b.kind == "operative" { 10pt } else { 7.5pt },
  weight: "semibold", fill: if b.kind == "operative" { brand } else { quiet },
  b.number + if b.kind == "operative" { "." } else { "" })

#let marked(b, body) = if b.mark == none { body } else {
  block(width: 100%, stroke: (left: 2pt + warn), inset: (y: 0.5mm), outset: (left: 3mm), {
    block(below: 0.55em, ours(text(7.5pt, weight: "bold", fill: warn, upper(b.mark))))
    body
  })
}

#let sub(l) = pad(left: hang + (l.level - 1) * 8mm,
  par(hanging-indent: 8mm)[#if l.label != "" { label-box(8mm)[#l.label] }#runs(l.runs)])

#let paragraph(b) = {
  let first = b.lines.first()
  if b.number == "" { par(runs(first.runs)) }
  else { par(hanging-indent: hang)[#label-box(hang, number(b))#runs(first.runs)] }
  for l in b.lines.slice(1) { if l.level == 0 { pad(left: hang, par(runs(l.runs))) } else { sub(l) } }
}

#show heading.where(level: 1): it => block(above: 0pt, below: 0.9em,
  text(21pt, weight: "bold", fill: brand, par(justify: false, leading: 0.5em, it.body)))
#show heading.where(level: 2): it => block(above: 1.7em, below: 0.95em, sticky: true,
  text(12pt, weight: "bold", fill: brand, par(justify: false, it.body)))
#show heading.where(level: 3): it => block(above: 1.1em, below: 0.6em, sticky: true,
  text(10.5pt, weight: "bold", par(justify: false, it.body)))

#let blocks = paper.blocks
#let titles = blocks.filter(b => b.kind == "title")

// Head of the paper
#ours[
  #text(9pt, weight: "bold", fill: brand, tracking: 0.05em, upper(paper.conference)) #h(1fr) #text(11pt, weight: "bold", fill: brand, paper.symbol)
]
#if paper.motto != "" { v(-0.35em); text(9.5pt, style: "italic", fill: quiet, par(justify: false, paper.motto)) }
#v(0.2em)
#line(length: 100%, stroke: 1.4pt + brand)
#v(5mm)
#if titles.len() == 0 { heading(level: 1, paper.title) }
#for b in titles { marked(b, heading(level: 1, runs(b.lines.first().runs))) }
#ours(text(9pt, fill: quiet, {
  if paper.draftMark != none { text(fill: warn, weight: "bold", paper.status) } else { text(weight: "semibold", paper.status) }
  if paper.dateLine != none [ #sym.dot.c #paper.dateLine]
  [ #sym.dot.c #paper.original]
}))
#v(1.2em)

// The text
#for b in blocks {
  if b.kind == "title" { continue }
  else if b.kind == "heading" { marked(b, heading(level: 2, b.lines.map(l => runs(l.runs)).join(linebreak()))) }
  else if b.kind == "signature" {
    block(above: 1.8em, breakable: false, marked(b, emph(b.lines.map(l => par(runs(l.runs))).join())))
  }
  else { marked(b, paragraph(b)) }
}

// Who, with what reservation, and from which acts
#let halves(list) = { let half = calc.ceil(list.len() / 2); (list.slice(0, half), list.slice(half)) }
#let section(title, body) = in-language(paper.language, { heading(level: 2, title); body })
#v(0.8em)
#block(breakable: false, width: 100%, section(paper.parties.heading,
  grid(columns: (1fr, 1fr), column-gutter: 8mm, ..halves(paper.parties.names).map(names => par(justify: false, names.join(linebreak()))))))
#if paper.reservations.by.len() > 0 {
  section(paper.reservations.heading, for country in paper.reservations.by {
    heading(level: 3, country.name)
    for item in country.items { par[#text(font: "Source Sans 3", weight: "semibold", 9.5pt, item.where)#h(0.8em)#item.reason] }
  })
}
#v(1.2em)
#block(breakable: false, width: 100%, fill: rgb("#f2f5f9"), inset: 4mm, radius: 1.5mm, ours(text(8.5pt, {
  text(weight: "bold", fill: brand, paper.record.heading)
  parbreak()
  par(justify: false, paper.record.text)
  let print = paper.record.fingerprint
  text(9pt, tracking: 0.03em, range(8).map(i => print.slice(i * 8, i * 8 + 8)).join(" "))
})))
#context [#metadata(counter(page).final().first()) <pages>]
`
