import { Button } from 'antd';
import { paths } from '../../paths.ts';
import { useSpeech } from '../../platform/web/i18n.ts';
import { LinkButton } from '../../ui/LinkButton.tsx';
import { daysBetween, type WorkItem } from './work-groups.ts';

interface WorkLineProps {
  readonly item: WorkItem;
  readonly today: string;
  readonly onWhy: () => void;
  /** Left out where the duty is named above. */
  readonly titled: boolean;
}

/** One thing to do: what, whose, until when, and one tap to the form. */
export function WorkLine({ item, today, onWhy, titled }: WorkLineProps) {
  const { pick, say } = useSpeech();
  const form = item.forms.find((one) => one.mayEnter);
  const { subject, subjectKind, responsible } = item;
  const whose = whoseIs(item);
  return (
    <li className="work-item">
      <div className="work-what">
        {titled && <span className="work-title">{pick(item.title)}</span>}
        <span className={titled ? 'work-subject' : 'work-title'}>{whose}</span>
        <span className="work-when">
          {item.limit || item.light === 'beyond' ? (
            <span>{say('limit.until', { day: item.period.end })}</span>
          ) : (
            <When due={item.due} today={today} light={item.light} />
          )}
          {item.light === 'beyond' && !item.limit ? (
            <span className="work-late">
              {say('limit.passed', { done: amount(item.done), unit: pick(item.unitTitle) })}
            </span>
          ) : null}
          {item.need !== null && !(item.light === 'beyond' && !item.limit) && (
            <span>
              {say(item.limit ? 'limit.soFar' : 'work.done', {
                done: amount(item.done),
                need: amount(item.need),
                unit: pick(item.unitTitle),
              })}
            </span>
          )}
          {item.awaiting > 0 && <span>{say('work.awaiting', { count: item.awaiting })}</span>}
          {!form && !item.limit && responsible && <span>{say('work.by', { who: pick(responsible) })}</span>}
        </span>
      </div>
      <div className="work-ways">
        <Button type="text" onClick={onWhy} aria-label={`${say('work.why')}：${pick(item.title)} ${whose}`}>
          {say('work.why')}
        </Button>
        {form && (
          <LinkButton
            type="primary"
            to={paths.enterRecord(form.id, { subject, subjectKind })}
            aria-label={`${say('work.do')}：${pick(item.title)} ${whose}`}
          >
            {say('work.do')}
          </LinkButton>
        )}
      </div>
    </li>
  );
}

/** A person is found by the village they work in. */
const whoseIs = ({ subjectName, subjectKind, organisationName }: WorkItem): string =>
  subjectKind === 'organisation' || !organisationName ? subjectName : `${subjectName} · ${organisationName}`;

interface WhenProps {
  readonly due: string;
  readonly today: string;
  readonly light: string;
}

function When({ due, today, light }: WhenProps) {
  const { say } = useSpeech();
  const days = daysBetween(today, due);
  if (days < 0) return <span className="work-late">{say('work.wasDue', { day: due, days: -days })}</span>;
  const soon = light === 'due-soon' || light === 'overdue';
  return (
    <span className={soon ? 'work-soon' : ''}>
      {days === 0 ? say('work.dueToday') : say('work.due', { day: due, days })}
    </span>
  );
}

/** Two digits are enough on a list; the explanation has them all. */
const amount = (decimal: string) => String(Math.round(Number(decimal) * 100) / 100);
