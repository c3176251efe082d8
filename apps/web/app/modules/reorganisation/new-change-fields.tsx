import type { FormReply } from '@sotay/ui'
import { Button, Checkbox, posted, RadioGroup, Select, TextInput } from '@sotay/ui'
import { DecisionFields } from './decision-fields'
import type { NewChangeForm } from './new-change.server'
import { RoleBoxes } from './role-boxes'
import { SplitFields } from './split-fields'
import { useText } from './texts'

interface FieldsProps {
  asked: NewChangeForm
  reply: FormReply | undefined
}

/** The form of one kind of change. */
export function NewChangeFields({ asked, reply }: FieldsProps) {
  const { kind, subject, today } = asked
  const t = useText()
  const Fields = fields[kind]
  return (
    <>
      {kind === 'move' || kind === 'merge' || kind === 'dissolve' ? <TargetSearch asked={asked} /> : null}
      {kind === 'split' ? <PartsChoice asked={asked} /> : null}
      <form method="post" noValidate>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name={kind === 'create' ? 'parentId' : 'unitId'} value={subject.unit.id} />
        <Fields asked={asked} reply={reply} />
        <DecisionFields reply={reply} today={today} />
        <Button name="act" value="check">
          {t('form.check')}
        </Button>
      </form>
    </>
  )
}

const fields = {
  create: CreateFields,
  rename: RenameFields,
  move: MoveFields,
  split: SplitFields,
  merge: MergeFields,
  dissolve: DissolveFields,
}

function Asked({ asked }: { asked: NewChangeForm }) {
  return (
    <>
      <input type="hidden" name="loai" value={asked.kind} />
      <input type="hidden" name="don-vi" value={asked.subject.unit.id} />
    </>
  )
}

function TargetSearch({ asked }: { asked: NewChangeForm }) {
  const t = useText()
  return (
    <form method="get">
      <Asked asked={asked} />
      <TextInput
        name="tim"
        type="search"
        label={t('form.target-search')}
        hint={t('form.target-hint')}
        defaultValue={asked.search}
        width={20}
      />
      <Button tone="secondary">{t('new.find')}</Button>
    </form>
  )
}

function PartsChoice({ asked }: { asked: NewChangeForm }) {
  const t = useText()
  return (
    <form method="get">
      <Asked asked={asked} />
      <TextInput name="so" type="number" min={1} max={6} label={t('form.parts')} defaultValue={asked.parts} width={4} />
      <Button tone="secondary">{t('form.parts-set')}</Button>
    </form>
  )
}

function CreateFields({ asked, reply }: FieldsProps) {
  const t = useText()
  return (
    <>
      <TextInput {...posted(reply, 'name')} label={t('form.name')} maxLength={200} required />
      <RadioGroup
        {...posted(reply, 'unitKind')}
        label={t('form.unitKind')}
        options={[
          { value: 'committee', label: t('form.committee') },
          { value: 'cell', label: t('form.cell') },
        ]}
        required
      />
      <Select
        {...posted(reply, 'level')}
        label={t('form.level')}
        placeholder={t('form.level-placeholder')}
        options={asked.levels}
        required
      />
    </>
  )
}

function RenameFields({ asked, reply }: FieldsProps) {
  const t = useText()
  return (
    <TextInput
      {...posted(reply, 'name', asked.subject.unit.name)}
      label={t('form.new-name')}
      maxLength={200}
      required
    />
  )
}

const options = (units: { id: string; name: string }[]) => units.map(({ id, name }) => ({ value: id, label: name }))

function MoveFields({ asked, reply }: FieldsProps) {
  const t = useText()
  return (
    <Select
      {...posted(reply, 'parentId')}
      label={t('form.parentId')}
      placeholder={t('form.unit-placeholder')}
      options={options(asked.targets)}
      required
    />
  )
}

function MergeFields({ asked, reply }: FieldsProps) {
  const t = useText()
  const { subject, targets, roles } = asked
  const into = [subject.unit, ...targets]
  return (
    <>
      <fieldset id="units">
        <legend>{t('form.merge-with', { name: subject.unit.name })}</legend>
        {targets.length === 0 ? <p className="hint">{t('form.merge-none')}</p> : null}
        {targets.map(({ id, name }) => (
          <Checkbox
            key={id}
            id={`units.${id}`}
            name={`units.${id}`}
            defaultChecked={reply?.values[`units.${id}`] === 'on'}
            label={name}
          />
        ))}
      </fieldset>
      <Select
        {...posted(reply, 'targetId')}
        label={t('form.targetId')}
        hint={t('form.targetId-hint')}
        placeholder={t('form.target-new')}
        options={options(into)}
      />
      <TextInput
        {...posted(reply, 'name')}
        label={t('form.merged-name')}
        hint={t('form.merged-name-hint')}
        maxLength={200}
        optional
      />
      <RoleBoxes roles={roles} reply={reply} />
    </>
  )
}

function DissolveFields({ asked, reply }: FieldsProps) {
  const t = useText()
  const { subject, targets, roles } = asked
  const cell = subject.unit.kind === 'cell'
  const parent = { name: subject.parent?.name ?? '' }
  return (
    <>
      {cell ? (
        <Select
          {...posted(reply, 'membersTo')}
          label={t('form.membersTo', { count: subject.members.length })}
          placeholder={t('form.cell-placeholder')}
          options={options(targets)}
          required
        />
      ) : (
        <Select
          {...posted(reply, 'childrenTo')}
          label={t('form.childrenTo', { count: subject.children.length })}
          placeholder={t('form.to-parent', parent)}
          options={options(targets.filter(({ id }) => id !== subject.parent?.id))}
        />
      )}
      <RoleBoxes roles={roles} reply={reply} />
    </>
  )
}
