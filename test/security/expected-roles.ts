/**
 * Who may call which operation, written down apart from the operations themselves: an operation that is not here, or whose
 * roles were changed without a second thought, fails its test. What a role may do with which object is tried in the hold case 32.
 */
const groups: Record<string, string> = {
  public: `
    acceptOffer addHandoverFile askCode askPasskey askSubscription changeSubscription confirmSubscription
    declineOffer downloadShared endByCode endHandover endSession enterByCode enterByPasskey findAddress
    findNear finishSession holdSlot leaveCitizen leaveReport leaveWaiting listArticles listMostAsked
    listProcedures listReasons listReports listSlots listThemes lookAtHandover notifyPayment openApi
    openShare procedureSchema readArticle readByCode readCosignature readNotices readProcedure readSetting
    readSubscription refuseCosignature renewHold searchKnowledge sendCosignCode signCosignature
    startHandover startSession startUpload stopByMail takeHandover verifyCode verifyFile withdrawCosignature`,
  'scanning reception qualification instructor head signatory quality administrator': `
    listColleagues listPeople me readBoard setAbsence`,
  citizen: `
    acceptInvitation actFor addMember addOwnRequest addPasskey answerOffer askArchive askExport askNewEmail
    askPhoneCode binSafeDocument changeMember chooseWarnings citizenMe confirmMember confirmNewEmail
    confirmPhone correctSafeDocument deleteDraft deposit endAllSessions endMandate endOneSession endShare
    endSharing eraseMe forgetFact inviteParent joinFamily keepInSafe keepKnown leaveFamily listDrafts
    listFamilies listLines listMandates listOwn listOwnRequests listReadings listSafe listShares
    offerMandate readAccount readArchive readDraft readExport readHeld readHousehold readInvitation
    readNeeded readOffer readPrefill readSafeContent readSafeDocument readSecurity readWarnings removeMember
    removeOwnRequest removePasskey renamePasskey restoreSafeDocument saveDraft setConsent shareDocuments
    startPasskey startSafeUpload useSafeDocument writeAccount`,
  administrator: `
    adoptProcedure archiveProcedure discardDeadLetters discardProcedureDraft importArticles importProcedure
    leave listDeadLetters moveOpenRequests previewRevisionMove publishProcedure readDeadLetters
    replayDeadLetters restoreProcedure saveProcedureDraft takeCatalogueRevision`,
  'quality administrator': `
    askExportOf decideArbitration downloadRegister erasePersonOf exportProcedure learnNow
    listArticleVersions listErasures listManagedArticles listManagedProcedures listProcedureCatalogue
    listProcedureRevisions noteVisaOfSlip prepareRetention previewRetention readExportOf readHeldOf
    readLearning readManagedArticle readManagedProcedure readOverlay readProofs readRegister saveArticle
    useVersion validateProcedure withdrawArticle`,
  'reception qualification instructor head signatory quality administrator': `
    addNote listCallBacks listNotices listRequestPayments readAckDebt readCallBack readChoices
    readCurrentCall readDeliveries readRequest readRequestMail readRequestPerson search searchAnswers
    searchForAgents`,
  'public citizen': `
    askCosignature askRefund bookAppointment cancelAppointment chooseDelivery contestDecision findInvoice
    followReport joinWaiting listPayments moveAppointment openByCode paymentReceipt provideDocuments
    rateAnswer readCalendar readDelivery readDocument readMine readPayment receipt reopenOwn sendReport
    startPayment submitForm takeFile trackRequest withdrawOwn writeMessage`,
  'reception qualification instructor head administrator': `
    callTicket correctPerson createPerson declareKin endTicket handTicket mailContactReceipt
    printContactReceipt recordContact setRequestPerson startAgentUpload tryCallBack`,
  'scanning qualification administrator': `
    decidePages listBatches readBatch readDoubts readProgress readScanning searchBatches separatorSheets
    settleFile startPageUpload undoDeed`,
  'qualification administrator': `
    acceptContact joinContact listWaiting quarantineContact readContact releaseContact searchQuarantine`,
  'instructor head administrator': `
    adoptPayment answerRequest askDocuments askOpinions checkPoints checkRequestLetter closeRequest
    compareReconciliation completeStep decideOutcome decideRefund escalateRequest groupRequest groupWave
    importInvoices importMeals leaveWave listAgentPayments listLetterTemplates publishPhoto recallLetter
    reconciliationFile reopenRequest requestRefund resumeRequest sendAgain sendMessage settleDoubt
    similarRequests submitLetter suspendRequest transferRequest ungroupRequest untickDocument withdrawFor`,
  'qualification instructor head signatory quality administrator': `
    listWaves readWave readWaveOf`,
  'qualification instructor head administrator': `
    assignRequest noteFirstReceipt sendAcknowledgement`,
  'head quality administrator': `
    downloadSlip listAlerts listSlips readActivity readAlert readFigures readSatisfaction readSlip
    refuseSlip rewriteAlert sendAlert setNotice takeBackAlert tryAlert trySlipNow writeAlert`,
  'instructor head signatory administrator': `
    giveOpinion`,
  'reception instructor head administrator': `
    arrive bookFor cancelFor listAgentSlots mark moveFor readDay readOne readWeek receiveDocuments`,
  'head administrator': `
    agreeToSlip endDelegation listShared moveShared readAgenda readDistribution saveAgenda saveDelegation
    saveRules saveTemplate saveWork tryRules`,
  'reception qualification instructor head quality administrator': `
    findAlike liftOptOut listOptOuts listPersonContacts listPersonExchanges listPersonReadings
    listPersonRequests listTickets readCallStatistics readPerson readReport`,
  'instructor head signatory quality administrator': `
    approveLetters listTemplates previewTemplate readBook readEvidence readLetter readLetterPage
    readLetterPdf readTemplateToEdit returnLetter takeBackApproval tryTemplate`,
  'reception qualification head administrator': `
    listDuplicates listMerges mergePersons sayDifferent undoMerge`,
  'scanning administrator': `
    askPrintBatch confirmPosted listPrintBatches readPrintBatch`,
  'scanning instructor head administrator': `
    listLetters markPrinted noteReturned`,
  'qualification instructor head quality administrator': `
    liftSuppression listSuppressions`,
  'reception head administrator': `
    closeStretch listClosings reopen`,
  'reception instructor head quality administrator': `
    endForPerson listPersonMandates`,
  'reception instructor head': `
    helpAtDesk recordMandate`,
  'scanning reception instructor head quality administrator': `
    listMandateLetters markMandateLetterPosted`,
};

/** Roles by name of operation. */
export const expectedRoles: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(groups).flatMap(([roles, names]) =>
    names
      .trim()
      .split(/\s+/)
      .map((name) => [name, roles.split(' ')] as const),
  ),
);
