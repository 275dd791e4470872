import type { PartKind, Parts } from '../parts.ts';
import type { Finding } from '../problem.ts';
import type { Field, Form } from '../schema/form.ts';
import { say } from '../words.ts';
import { areTied } from './tied-fields.ts';

/** Whole titles that say nothing without the name of their form. */
const BARE =
  /^(姓名|性别|年龄|联系人|联系电话|电话|职务|身份|对象|负责人|经办人|责任人|单位|部门|类别|类型|种类|级别|等级|等次|层级|程度|状态|进展|情况|措施|事项|事由|项目|问题|得分|分数|分值|评分|加分|扣分|金额|数额|数量|次数|天数|个数|面积|单价|编号|序号|文号|依据|题目|标题|课题|意见|评价|是否合格|是否完成|是否到位|来源|去向|用途|期限|首日|末日|起始日|结束日|截止日|轮次|届次|年度|月份|季度|得票|票数|赞成|反对|弃权)(\s*[（(].*[)）])?$/;

/** Titles that mean something else in every form. */
const GENERAL = /备注|说明|主题|内容|名称|地点|日期|时间|方式|结果|附件|照片|记录人|应到|实到|参加|人数|原因|概述|形式/;

/** The same question to the same subject in two forms: ask once, read twice. */
export function duplicateAsking(kind: PartKind, id: string, parts: Parts): Finding[] {
  const form = kind === 'form' ? parts.forms.get(id) : undefined;
  if (!form) return [];
  const earlier = [...parts.forms.values()].slice(0, [...parts.forms.keys()].indexOf(id));
  return form.fields.flatMap((field, i): Finding[] => {
    if (field.id === form.date || isGeneral(field.title['zh-CN'])) return [];
    const isAskedBy = (one: Form) => (two: Field) =>
      sameQuestion(two, field) && !areTied({ form: one.id, field: two.id }, { form: form.id, field: field.id }, parts);
    const other = earlier.find((one) => sameSubject(one, form) && one.fields.some(isAskedBy(one)));
    if (!other) return [];
    return [
      {
        severity: 'warning',
        code: 'asked-twice',
        at: `/fields/${i}`,
        words: say(
          `“${field.title['zh-CN']}”在表单“${other.title['zh-CN']}”中已经问过同一对象`,
          `“${field.title.en}” is already asked of the same subject in “${other.title.en}”`,
        ),
        wayOut: say('删去其一，让两处规则读取同一张表单', 'Remove one and let both rules read the same form'),
      },
    ];
  });
}

const isGeneral = (title: string): boolean => BARE.test(title) || GENERAL.test(title);

const sameQuestion = (a: Field, b: Field): boolean => a.title['zh-CN'] === b.title['zh-CN'] && a.type === b.type;

const sameSubject = (a: Form, b: Form): boolean =>
  (a.subject.person === true && b.subject.person === true) ||
  meet(a.subject.organisation, b.subject.organisation) ||
  meet(a.subject.posting, b.subject.posting);

const meet = (a: readonly string[] = [], b: readonly string[] = []): boolean => a.some((one) => b.includes(one));
