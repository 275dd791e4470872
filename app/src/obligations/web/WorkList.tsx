import { useSpeech } from '../../platform/web/i18n.ts';
import { LightMark } from './LightMark.tsx';
import { WorkLine } from './WorkLine.tsx';
import { byUrgency, type DutyGroup, type WorkItem } from './work-groups.ts';

interface WorkListProps {
  readonly items: readonly WorkItem[];
  readonly today: string;
  readonly onWhy: (item: WorkItem) => void;
}

/** Work by urgency. A duty that several owe is one line that opens. */
export function WorkList({ items, today, onWhy }: WorkListProps) {
  return byUrgency(items).map(({ light, count, duties }) => (
    <section key={light} className="section work-group">
      <h2 className="work-head">
        <LightMark light={light} /> <span className="work-count">{count}</span>
      </h2>
      <ul className="work-list">
        {duties.map((duty) => (
          <Duty key={duty.key} duty={duty} today={today} onWhy={onWhy} />
        ))}
      </ul>
    </section>
  ));
}

interface DutyProps extends Omit<WorkListProps, 'items'> {
  readonly duty: DutyGroup;
}

function Duty({ duty, today, onWhy }: DutyProps) {
  const { pick, say } = useSpeech();
  const [first] = duty.items;
  if (!first) return null;
  if (duty.items.length === 1) return <WorkLine item={first} today={today} titled onWhy={() => onWhy(first)} />;
  return (
    <li>
      <details className="work-many">
        <summary>
          <span className="work-title">{pick(first.title)}</span>
          <span className="work-count">{say('work.many', { count: duty.items.length })}</span>
        </summary>
        <ul className="work-list">
          {duty.items.map((item) => (
            <WorkLine
              key={`${item.subject} ${item.period.key}`}
              item={item}
              today={today}
              titled={false}
              onWhy={() => onWhy(item)}
            />
          ))}
        </ul>
      </details>
    </li>
  );
}
