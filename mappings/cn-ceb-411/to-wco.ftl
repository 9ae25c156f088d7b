<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/ceb.ftl" as ceb>
<#assign payment = item.PaymentHead>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>CEB411</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.start(payment.appTime, 8)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${ceb.functionCode(input)}</FunctionCode><#-- 017 [none]: original, amendment or withdrawal, an input -->
    <FunctionalReferenceID>${fn.whole(payment.payTransactionId, 35)}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${ceb.typeCode(input)}</TypeCode><#-- D013 [none]: import, lodged before the goods are there, or its withdrawal -->
    <AdditionalDocument>
      <ID>${payment.orderNo}</ID><#-- D005 -->
      <TypeCode>220</TypeCode><#-- D006 [none]: order (UN/EDIFACT 1001) -->
    </AdditionalDocument>
    <@wco.statement code="MARKETPLACE" value=payment.ebpCode/>
    <@wco.statement code="MARKETPLACE-NAME" value=payment.ebpName/>
    <@wco.statement code="PAYMENT-PROVIDER" value="${payment.payCode} ${payment.payName}"/>
    <@wco.statement code="PAYMENT-ID" value=payment.payTransactionId/>
    <@wco.statement code="PAYMENT-TIME" value=payment.payTime/>
    <@wco.statement code="AMOUNT-PAID" value="${payment.amountPaid} ${code('ceb-currency', payment.currency)}"/>
    <@wco.statement code="PAYER-REF" value=fn.joined([payment.payerIdType, payment.payerIdNumber], " ")/>
    <#if fn.longer(payment.payerName, 70)><@wco.statement code="PAYER-WHOLE" value=payment.payerName/></#if>
    <#if payment.telephone><@wco.statement code="PAYER-TE" value=payment.telephone/></#if>
    <#if payment.note><@wco.statement code="COMMENT" value=payment.note/></#if>
    <@wco.gateway input=input warnings=warnings/>
    <GoodsShipment>
      <Payer>
        <Name>${fn.text(payment.payerName, 70)}</Name><#-- R120 -->
        <ID>${fn.whole(payment.payerIdNumber, 17)}</ID><#-- R121 -->
      </Payer>
      <@wco.replaced input=input/>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(payment.orderNo, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
