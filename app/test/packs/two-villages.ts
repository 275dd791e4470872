/** An example of the small pack: three full meetings here, one half empty there. */
export const TWO_VILLAGES = `
example: { zh-CN: 两个村, en: Two villages }
as_of: 2026-12-31
organisations:
  - { id: 莘县, kind: county }
  - { id: 东镇, kind: township, parent: 莘县 }
  - { id: 王庄, kind: village, parent: 东镇 }
  - { id: 李庄, kind: village, parent: 东镇 }
facts:
  - { form: meeting, subject: 王庄, repeat: { on: [2026-01-05, 2026-02-05, 2026-03-05] }, data: { expected: 10, attended: 9 } }
  - { form: meeting, subject: 李庄, date: 2026-01-05, data: { expected: 10, attended: 3 } }
expect: [{ rating: village-year, subject: 王庄, period: "2026", steps: { meetings: 30 } }]
`;
