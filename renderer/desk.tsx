/** The window on one document: what stands in each region, by the stage of the text. */
import { AwaySheet } from './features/away/AwaySheet.tsx'
import { CommentCount } from './features/comments/CommentCount.tsx'
import { CommentsButton } from './features/comments/CommentsButton.tsx'
import { CommentsHere } from './features/comments/CommentsHere.tsx'
import { DraftingText } from './features/drafting/DraftingText.tsx'
import { ScreenDraft } from './features/drafting/ScreenDraft.tsx'
import { Frame } from './features/frame/Frame.tsx'
import { OfflineBanner } from './features/frame/OfflineBanner.tsx'
import { TopBar } from './features/frame/TopBar.tsx'
import { useShortcuts } from './features/frame/shortcuts.ts'
import { Matrix } from './features/matrix/Matrix.tsx'
import { NegotiationView } from './features/negotiation/NegotiationView.tsx'
import type { RowSlots } from './features/negotiation/row-slots.ts'
import { PublishedText } from './features/negotiation/PublishedText.tsx'
import { WaitingForText } from './features/negotiation/WaitingForText.tsx'
import { Navigator } from './features/navigator/Navigator.tsx'
import { ProposingProvider } from './session/delegation.tsx'
import { Proposing } from './features/proposing/Proposing.tsx'
import { WritingSwitch } from './features/proposing/WritingSwitch.tsx'
import { FilterButton } from './features/reading/FilterButton.tsx'
import { ReadingWords } from './features/reading/ReadingWords.tsx'
import { ReadingProvider } from './features/reading/reading-context.tsx'
import { ShowMenu } from './features/reading/ShowMenu.tsx'
import { PendingCount } from './features/proposals/PendingCount.tsx'
import { ProposalsHere } from './features/proposals/ProposalsHere.tsx'
import { RoundsPanel } from './features/rounds/RoundsPanel.tsx'
import { RoundsView } from './features/rounds/RoundsView.tsx'
import { StageControl } from './features/stage/StageControl.tsx'
import { StatusBar } from './features/status/StatusBar.tsx'
import { Strip } from './features/strip/Strip.tsx'
import { useDocument, usePlace, useSelected } from './session/context.tsx'
import { ScreenProvider } from './session/screen.tsx'
import { useTextAccess } from './session/text-access.ts'
import { CommentsAlone, Review } from './sheets.tsx'

/** What other features put into a row of the text. */
const ROW_SLOTS: RowSlots = {
  Strip,
  Screen: ScreenDraft,
  Draft: Proposing,
  Words: ReadingWords,
  Pending: PendingCount,
  Comments: CommentCount,
}

export function Desk() {
  useShortcuts()
  const mode = usePlace((place) => place.mode)
  const { id, order } = useDocument()
  const hasText = useSelected(order, (ids) => ids.length > 0)
  const commentsOnly = usePlace(({ sheet }) => sheet === 'comments') && !hasText
  const shown = hasText ? mode : 'text'
  return (
    <Frame
      top={
        <TopBar
          stage={
            <>
              <StageControl />
              {!hasText && <CommentsButton />}
            </>
          }
        />
      }
      nav={<Navigator />}
      main={
        <>
          <OfflineBanner />
          <AwaySheet />
          <ProposalsHere />
          <CommentsHere key={id} />
          {shown === 'matrix' ? <Matrix /> : shown === 'compare' ? <RoundsView /> : <Text />}
        </>
      }
      review={
        commentsOnly ? (
          <CommentsAlone />
        ) : shown === 'matrix' || !hasText ? null : shown === 'compare' ? (
          <RoundsPanel />
        ) : (
          <Review />
        )
      }
      status={<StatusBar />}
    />
  )
}

function Text() {
  const access = useTextAccess()
  switch (access) {
    case 'negotiated':
      return (
        <ScreenProvider>
          <ReadingProvider>
            <ProposingProvider>
              <NegotiationView
                slots={ROW_SLOTS}
                tools={
                  <>
                    <WritingSwitch />
                    <ShowMenu />
                    <FilterButton />
                  </>
                }
              />
            </ProposingProvider>
          </ReadingProvider>
        </ScreenProvider>
      )
    case 'room':
      return <DraftingText />
    case 'published':
      return <PublishedText />
    case 'none':
      return <WaitingForText />
  }
}
