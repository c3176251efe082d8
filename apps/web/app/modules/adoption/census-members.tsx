import type { CensusLine } from '@sotay/domain/adoption'
import { List } from '@sotay/ui'
import { useText } from './texts'

const choices = ['yes', 'no', 'unknown'] as const
const answerOf = (has: boolean | null) => (has === null ? 'unknown' : has ? 'yes' : 'no')

/** One line a member with the three answers beside it. */
export function CensusMembers({ members }: { members: CensusLine[] }) {
  const t = useText()
  return (
    <List label={t('census.members')}>
      {members.map(({ memberId, name, cardNumber, has }, index) => (
        <fieldset key={memberId} className="choice-line">
          <legend>
            {name} <span className="hint">{cardNumber}</span>
          </legend>
          <input type="hidden" name={`answers[${index}].memberId`} value={memberId} />
          {choices.map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`answers[${index}].has`}
                value={choice}
                defaultChecked={choice === answerOf(has)}
              />
              {t(`census.${choice}`)}
            </label>
          ))}
        </fieldset>
      ))}
    </List>
  )
}
