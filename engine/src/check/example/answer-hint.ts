import { Decimal } from '../../decimal.ts';
import type { FieldValue } from '../../facts.ts';
import { dayHint, timeHint } from '../../pack/text-words.ts';
import type { Field } from '../../schema/form.ts';
import type { Words } from '../../value.ts';
import { say } from '../../words.ts';

/** How the answer of a field is written in a file, with what was probably meant; `rule` is what it breaks. */
export function answerHint(field: Field, value: FieldValue | undefined, rule: string): Words {
  if (['min', 'max', 'decimals'].includes(rule)) return say('改这个数，或改表单', 'Change the number, or the form');
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return numberHint(value);
    case 'boolean':
      return say('写 true（是）或 false（否），不加引号', 'Write true or false, without quotes');
    case 'date':
      return dayHint(value);
    case 'time':
      return timeHint(value);
    case 'choice':
    case 'choices':
      return optionHint(field, value);
    case 'text':
      if (typeof value === 'number' || typeof value === 'boolean')
        return say(`加引号："${value}"`, `Put it in quotes: "${value}"`);
      return say('照表单里这个字段的要求改', 'Write it as this field of the form asks');
    default:
      return say('照表单里这个字段的要求改', 'Write it as this field of the form asks');
  }
}

/** 8.5%, 10000万, 100,000 and "12" are numbers with something around them. */
function numberHint(value: FieldValue | undefined): Words {
  const [number] = /-?\d+(\.\d+)?/.exec(String(value ?? '').replaceAll(/[,，\s]/g, '')) ?? [];
  if (number === undefined) return say('只写数字', 'Write a number only');
  if (String(value).includes('万')) {
    const whole = new Decimal(number).mul(10000).toString();
    return say(
      `只写数：表单里的单位是元（个、人……）的写 ${whole}，是万元的写 ${number}`,
      `Write the number alone: ${whole}, or ${number} where the unit of the form is ten thousand`,
    );
  }
  return say(
    `只写数，不带单位、逗号和引号：${number}（单位在表单里写明）`,
    `Write the number alone, without unit, commas or quotes: ${number} (the form names the unit)`,
  );
}

function optionHint({ options }: Extract<Field, { type: 'choice' | 'choices' }>, value: FieldValue | undefined): Words {
  const written = Array.isArray(value) ? value : [value];
  const meant = options.find(({ title }) => written.some((one) => one === title['zh-CN'] || one === title.en));
  if (meant) return say(`写选项的 id：${meant.id}`, `Write the id of the option: ${meant.id}`);
  const ids = options.map(({ id }) => id).join(', ');
  return say(`写选项的 id，可选：${ids}`, `Write the id of an option: ${ids}`);
}
