import './tabs.css'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs'

export interface Sheet<K extends string> {
  readonly key: K
  readonly label: ReactNode
  readonly content: ReactNode
}

export function Tabbed<K extends string>(props: {
  readonly label: string
  readonly value: K
  readonly sheets: readonly Sheet<K>[]
  readonly onChange: (key: K) => void
}) {
  return (
    <Tabs
      className="tabs"
      selectedKey={props.value}
      onSelectionChange={(key) => {
        const chosen = props.sheets.find((sheet) => sheet.key === key)
        if (chosen !== undefined) props.onChange(chosen.key)
      }}
    >
      <TabList className="tab-list" aria-label={props.label}>
        {props.sheets.map((sheet) => (
          <Tab key={sheet.key} id={sheet.key} className="tab">
            {sheet.label}
          </Tab>
        ))}
      </TabList>
      {props.sheets.map((sheet) => (
        <TabPanel key={sheet.key} id={sheet.key} className="tab-panel">
          {sheet.content}
        </TabPanel>
      ))}
    </Tabs>
  )
}
