import { Condition, closed, FieldName, FormId, Id, Source, type Static, Type, Words } from './common.ts';
import { Field, Option } from './form.ts';
import { says, told } from './says.ts';

const base = { id: Id, title: Words, source: told(Source, '本地的依据', 'Where the local rule stands') };
const DutyId = told(Id, '上级包的职责', 'A duty of a pack this one builds on');

/** `adaptations/*.yaml`: what a local pack adds to forms and changes of duties of the packs it builds on. */
export const Adaptation = Type.Union(
  [
    Type.Object(
      {
        ...base,
        form: told(FormId, '上级包的表单', 'A form of a pack this one builds on'),
        minutes: Type.Number({
          minimum: 0,
          maximum: 60,
          ...says('填一次因此多费几分钟', 'How many minutes more an entry takes'),
        }),
        fields: Type.Optional(Type.Array(Field, { minItems: 1, ...says('加填的字段', 'What is asked in addition') })),
        options: Type.Optional(
          Type.Array(
            Type.Object(
              {
                field: FieldName,
                add: Type.Array(Option, { minItems: 1, ...says('加在末尾的选项', 'Options put at the end') }),
              },
              closed,
            ),
            { minItems: 1, ...says('给选择题加的选项', 'Options added to fields that choose') },
          ),
        ),
      },
      { ...closed, ...says('表单加填', 'More is asked in a form') },
    ),
    Type.Object(
      {
        ...base,
        replaces: DutyId,
        by: told(Id, '本包另定的职责：其对象不再承担原职责', 'The duty that stands in its place for whom it binds'),
      },
      { ...closed, ...says('职责另定', 'Another duty stands in its place') },
    ),
    Type.Object(
      {
        ...base,
        lifts: DutyId,
        for: Type.Optional(
          told(
            Condition,
            "对哪些对象免去，看 `subject`：`subject.kind == 'street'`；不写为全部",
            "For whom it is lifted, over `subject`: `subject.kind == 'street'`; for all when absent",
          ),
        ),
      },
      { ...closed, ...says('职责免去', 'A duty is lifted') },
    ),
  ],
  says(
    '本地对上级包的调整：表单加填，职责另定或免去。另定自本包生效后开始的各期起，免去自生效后到期的各期起',
    'What is otherwise here than in the packs above: more is asked in a form, a duty is replaced (in periods that begin while the pack is in force) or lifted (in those that end while it is)',
  ),
);

export type Adaptation = Static<typeof Adaptation>;
export type AddsToForm = Extract<Adaptation, { form: string }>;
export type Replaces = Extract<Adaptation, { replaces: string }>;
export type Lifts = Extract<Adaptation, { lifts: string }>;
