<#-- The header that XFNM and XCSN have in common. What it answers is known by the facts of the interchange. -->
<#assign fn = fn>

<#-- The number of the waybill or manifest that is answered; of what could not be read, the name it came with. -->
<#function number reply>
  <#return fn.first(reply.facts.number, reply.facts.message, reply.interchangeName, reply.interchangeId)>
</#function>

<#macro header reply name type purpose version>
    <ram:ID>${number(reply)}_${reply.controlNumber}</ram:ID>
    <ram:Name>${name}</ram:Name>
    <ram:TypeCode>${type}</ram:TypeCode>
    <ram:IssueDateTime>${reply.preparedAt}</ram:IssueDateTime>
    <ram:PurposeCode>${purpose}</ram:PurposeCode>
    <ram:VersionID>${version}</ram:VersionID>
    <ram:ConversationID>${fn.first(reply.facts.conversation, reply.facts.message)}</ram:ConversationID>
    <ram:SenderParty>
      <ram:PrimaryID schemeID="${reply.facts.recipient?has_content?then(reply.facts.recipientScheme, reply.profile.senderScheme)}">${fn.first(reply.facts.recipient, reply.profile.sender)}</ram:PrimaryID>
    </ram:SenderParty>
    <ram:RecipientParty>
      <ram:PrimaryID schemeID="${reply.facts.sender?has_content?then(reply.facts.senderScheme, "C")}">${fn.first(reply.facts.sender, reply.partner)}</ram:PrimaryID>
    </ram:RecipientParty>
</#macro>
