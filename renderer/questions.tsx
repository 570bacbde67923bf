/** The dialogs, of which at most one is open; each feature brings its own. */
import { AboutDialog } from './features/about/AboutDialog.tsx'
import { ShortcutsDialog } from './features/about/ShortcutsDialog.tsx'
import { AwayDialog } from './features/away/AwayDialog.tsx'
import { CommentDialog } from './features/comments/CommentDialog.tsx'
import { ChairQuestions } from './features/chair/ChairQuestions.tsx'
import { ConferenceDialog } from './features/conference/ConferenceDialog.tsx'
import { ParagraphQuestions } from './features/consensus/Questions.tsx'
import { KeptDraftsDialog } from './features/drafts/KeptDraftsDialog.tsx'
import { OpenExchangeDialog } from './features/exchange/OpenExchangeDialog.tsx'
import { SaveExchangeDialog } from './features/exchange/SaveExchangeDialog.tsx'
import { ExportDialog } from './features/export/ExportDialog.tsx'
import { ImportDialog } from './features/import/ImportDialog.tsx'
import { GoToDialog } from './features/navigator/GoToDialog.tsx'
import { ProposingQuestions } from './features/proposing/ProposingQuestions.tsx'
import { EnrolmentsDialog } from './features/people/EnrolmentsDialog.tsx'
import { BracketDialog } from './features/proposals/BracketDialog.tsx'
import { LiftDialog } from './features/proposals/LiftDialog.tsx'
import { ProposalList } from './features/proposals/ProposalList.tsx'
import { ProposalQuestions } from './features/proposals/ProposalQuestions.tsx'
import { ReplaceDialog } from './features/replace/ReplaceDialog.tsx'
import { PartiesDialog } from './features/stage/PartiesDialog.tsx'
import { StageDialog } from './features/stage/StageDialog.tsx'
import { usePlace, useSession } from './session/context.tsx'

export function Questions() {
  const { view } = useSession()
  const question = usePlace((place) => place.question)
  const onClose = () => {
    view.go({ question: null })
  }
  if (question === null) return null
  switch (question.kind) {
    case 'about':
      return <AboutDialog onClose={onClose} />
    case 'away':
      return <AwayDialog onClose={onClose} />
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />
    case 'import':
      return <ImportDialog onClose={onClose} />
    case 'export':
      return <ExportDialog onClose={onClose} />
    case 'goTo':
      return <GoToDialog onClose={onClose} />
    case 'drafts':
      return <KeptDraftsDialog onClose={onClose} />
    case 'enrolments':
      return <EnrolmentsDialog onClose={onClose} />
    case 'conference':
      return <ConferenceDialog onClose={onClose} />
    case 'replace':
      return <ReplaceDialog onClose={onClose} />
    case 'saveExchange':
      return <SaveExchangeDialog onClose={onClose} />
    case 'openExchange':
      return <OpenExchangeDialog onClose={onClose} />
    case 'parties':
      return <PartiesDialog onClose={onClose} />
    case 'comment':
      return <CommentDialog about={question.about} onClose={onClose} />
    case 'bracket':
      return <BracketDialog paragraph={question.paragraph} words={question.words} onClose={onClose} />
    case 'liftBracket':
      return <LiftDialog act={question.bracket} onClose={onClose} />
    case 'proposalList':
      return <ProposalList onClose={onClose} />
    case 'stage':
      return <StageDialog step={question.step} onClose={onClose} />
    case 'table':
    case 'moveParagraph':
      return <ProposingQuestions />
    case 'decline':
    case 'incorporateProposals':
      return <ChairQuestions question={question} onClose={onClose} />
    case 'back':
    case 'withdraw':
      return <ProposalQuestions />
    case 'position':
    case 'agree':
    case 'reopen':
    case 'suppress':
    case 'insert':
      return <ParagraphQuestions />
  }
}
