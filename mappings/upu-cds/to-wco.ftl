<#import "/_shared/wco.ftl" as wco>
<#import "cds.ftl" as cds>
<#assign mail = item.MailObject>
<#assign data = item.Declaration.Data>
<#assign pieces = data.ContentPieces["Declaration.DeclarationData.ContentPiece"]>
<#assign documents = data.Documents["Declaration.DeclarationData.Document"]>
<#assign sender = fn.text(cds.name(data.SenderName, data.SenderFirstName, data.SenderLastName), 70)>
<#assign recipient = fn.text(cds.name(data.RecipientName, data.RecipientFirstName, data.RecipientLastName), 70)>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2">
  <md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode>
  <md:WCOTypeName>DEC</md:WCOTypeName>
  <md:AgencyAssignedCustomizationCode>UPUCDS</md:AgencyAssignedCustomizationCode>
  <md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode>
  <Declaration>
    <AcceptanceDateTime><ds:DateTimeString formatCode="102">${fn.date102(mail.PostingDt)}</ds:DateTimeString></AcceptanceDateTime><#-- 023 -->
    <FunctionCode>${wco.function1225(input.functionCode)}</FunctionCode><#-- 017 [none]: original or replacement, an input -->
    <FunctionalReferenceID>${mail.Id}</FunctionalReferenceID><#-- D026 -->
    <ID>${input.declarationId}</ID><#-- D014 [none]: the gateway's own, an input -->
    <IssueDateTime><ds:DateTimeString formatCode="304">${fn.date304(input.receivedAt)}</ds:DateTimeString></IssueDateTime><#-- D011 [none]: when it was received, an input -->
    <TypeCode>${wco.type(input, "IMD")}</TypeCode><#-- D013 [none]: import, lodged before the goods are there; export where they came in before -->
    <GoodsItemQuantity>${pieces?size}</GoodsItemQuantity><#-- 228 -->
    <InvoiceAmount currencyID="${pieces.CurrencyCd}">${cds.total(pieces)}</InvoiceAmount><#-- 109 -->
    <TotalGrossMassMeasure unitCode="KGM">${fn.decimals(data.GrossWeight, 6)}</TotalGrossMassMeasure><#-- 131 -->
    <TotalPackageQuantity>1</TotalPackageQuantity><#-- 146 [none]: an item is one package -->
    <Submitter>
      <ID>${fn.whole(item.Declaration.PostOrganizationCd, 17)}</ID><#-- R059 -->
    </Submitter>
    <#list documents as document>
    <AdditionalDocument>
      <ID>${fn.text(document.DocumentId, 70)}</ID><#-- D005 -->
      <TypeCode>${cds.documentType(document.DocumentType, code)}</TypeCode><#-- D006 -->
    </AdditionalDocument>
    </#list>
    <#if mail.LocalId><@wco.statement code="LOCAL-ID" value=mail.LocalId/></#if>
    <#if mail.LocalId2><@wco.statement code="LOCAL-ID" value=mail.LocalId2/></#if>
    <#if mail.OrigPostOrgCd><@wco.statement code="ORIGIN-POST" value=mail.OrigPostOrgCd/></#if>
    <#if mail.DestPostOrgCd><@wco.statement code="DESTINATION-POST" value=mail.DestPostOrgCd/></#if>
    <#if mail.MailClassCd><@wco.statement code="MAIL-CLASS" value=mail.MailClassCd/></#if>
    <#if mail.MailCategoryCd><@wco.statement code="MAIL-CATEGORY" value=mail.MailCategoryCd/></#if>
    <#if data.HandlingClassCd><@wco.statement code="HANDLING-CLASS" value=data.HandlingClassCd/></#if>
    <#if data.NatureTypeCd><@wco.statement code="NATURE" value=data.NatureTypeCd/></#if>
    <@wco.statement code="INSURED-VALUE" value=fn.joined([data.InsuredValue, data.InsuredValueCurrencyCd], " ")/>
    <#if data.TransportMode><@wco.statement code="TRANSPORT-MODE" value=data.TransportMode/></#if>
    <#if data.TransportDate><@wco.statement code="TRANSPORT-DATE" value=data.TransportDate/></#if>
    <#list documents as document>
    <@wco.statement code="DOCUMENT-NAME" value=cds.documentName(document)/>
    <@wco.statement code="DOCUMENT-TYPE" value=cds.longType(document, code)/>
    </#list>
    <@cds.partyStatements role="CONSIGNOR" name=cds.name(data.SenderName, data.SenderFirstName, data.SenderLastName) id=data.SenderIdRef
        lines=[data.SenderAddressLine1, data.SenderAddressLine2] city=data.SenderCity state=data.SenderState zip=data.SenderZIP country=data.SenderCountryCd/>
    <@wco.statement code="CONSIGNOR-EM" value=cds.second(data.SenderTelephone, data.SenderEmail)/>
    <@cds.partyStatements role="CONSIGNEE" name=cds.name(data.RecipientName, data.RecipientFirstName, data.RecipientLastName) id=data.RecipientIdRef
        lines=[data.RecipientAddressLine1, data.RecipientAddressLine2] city=data.RecipientCity state=data.RecipientState zip=data.RecipientZIP country=data.RecipientCountryCd/>
    <@wco.statement code="CONSIGNEE-EM" value=cds.second(data.RecipientTelephone, data.RecipientEmail)/>
    <#if data.RecipientFax><@wco.statement code="CONSIGNEE-FX" value=data.RecipientFax/></#if>
    <@cds.extraFields of=data/>
    <@wco.gateway input=input warnings=warnings/>
    <BorderTransportMeans>
      <ModeCode>5</ModeCode><#-- T022 [none]: post (UN/ECE Recommendation 19) -->
    </BorderTransportMeans>
    <Declarant>
      <ID>${fn.whole(mail.DestPostOrgCd, 17)}</ID><#-- R123 -->
    </Declarant>
    <Exporter>
      <Name>${sender}</Name><#-- R031 -->
      <ID>${fn.whole(data.SenderIdRef, 17)}</ID><#-- R032 -->
      <@wco.address lines=[data.SenderAddressLine1, data.SenderAddressLine2] city=data.SenderCity state=data.SenderState zip=data.SenderZIP country=data.SenderCountryCd/>
      <@cds.communication telephone=data.SenderTelephone email=data.SenderEmail/>
    </Exporter>
    <GoodsShipment>
      <TransactionNatureCode>${code("nature", data.NatureTypeCd)}</TransactionNatureCode><#-- 103 -->
      <Consignee>
        <Name>${recipient}</Name><#-- R014 -->
        <ID>${fn.whole(data.RecipientIdRef, 17)}</ID><#-- R015 -->
        <@wco.address lines=[data.RecipientAddressLine1, data.RecipientAddressLine2] city=data.RecipientCity state=data.RecipientState zip=data.RecipientZIP country=data.RecipientCountryCd/>
      </Consignee>
      <Consignment>
        <ArrivalTransportMeans>
          <ModeCode>${code("mode", data.TransportMode)}</ModeCode><#-- T020 -->
        </ArrivalTransportMeans>
      </Consignment>
      <Consignor>
        <Name>${sender}</Name><#-- R020 -->
        <ID>${fn.whole(data.SenderIdRef, 17)}</ID><#-- R021 -->
        <@wco.address lines=[data.SenderAddressLine1, data.SenderAddressLine2] city=data.SenderCity state=data.SenderState zip=data.SenderZIP country=data.SenderCountryCd/>
      </Consignor>
      <CustomsValuation>
        <FreightChargeAmount currencyID="${data.PostageCurrencyCd}">${fn.decimals(data.Postage, 3)}</FreightChargeAmount><#-- 117 -->
      </CustomsValuation>
      <Destination>
        <CountryCode>${fn.start(mail.DestPostOrgCd, 2)}</CountryCode><#-- 465 -->
      </Destination>
      <ExportCountry>
        <ID>${fn.start(mail.OrigPostOrgCd, 2)}</ID><#-- 062 -->
      </ExportCountry>
      <#list pieces as piece>
      <GovernmentAgencyGoodsItem>
        <CustomsValueAmount currencyID="${piece.CurrencyCd}">${fn.decimals(piece.Amount, 3)}</CustomsValueAmount><#-- 108 -->
        <SequenceNumeric>${cds.sequence(piece.Index, piece?counter)}</SequenceNumeric><#-- 006 -->
        <@wco.statement code="DECLARED-TEXT" value=cds.overruled(piece.RevisedDescription, piece.Description)/>
        <@wco.statement code="DECLARED-HS" value=cds.overruled(piece.RevisedHS, piece.HS)/>
        <#if piece.ImportRestrictions><@wco.statement code="RESTRICTION" value=piece.ImportRestrictions/></#if>
        <#if piece.ImportRestrictionsNotes><@wco.statement code="RESTRICTION-NOTE" value=piece.ImportRestrictionsNotes/></#if>
        <@cds.extraFields of=piece/>
        <Commodity>
          <Description>${fn.text(cds.revised(piece.RevisedDescription, piece.Description), 512)}</Description><#-- 137 -->
          <@wco.classification hs=fn.without(cds.revised(piece.RevisedHS, piece.HS), ". -")/>
          <GoodsMeasure>
            <NetNetWeightMeasure unitCode="KGM">${fn.decimals(piece.NetWeight, 6)}</NetNetWeightMeasure><#-- 128 -->
          </GoodsMeasure>
          <InvoiceLine>
            <ItemChargeAmount currencyID="${piece.CurrencyCd}">${fn.decimals(piece.Amount, 3)}</ItemChargeAmount><#-- 112 -->
          </InvoiceLine>
        </Commodity>
        <@wco.exportAfterImport input=input/>
        <Origin>
          <CountryCode>${fn.whole(piece.OrigCountryCd, 4)}</CountryCode><#-- 063 -->
        </Origin>
        <Packaging>
          <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: a piece has one kind of packaging -->
          <QuantityQuantity>${piece.Number}</QuantityQuantity><#-- 144 -->
        </Packaging>
      </GovernmentAgencyGoodsItem>
      </#list>
      <Importer>
        <Name>${recipient}</Name><#-- R037 -->
        <ID>${fn.whole(data.RecipientIdRef, 17)}</ID><#-- R038 -->
        <@wco.address lines=[data.RecipientAddressLine1, data.RecipientAddressLine2] city=data.RecipientCity state=data.RecipientState zip=data.RecipientZIP country=data.RecipientCountryCd/>
        <@cds.communication telephone=data.RecipientTelephone email=data.RecipientEmail/>
      </Importer>
      <#list documents as document>
      <#if cds.documentType(document.DocumentType, code) == "380">
      <Invoice>
        <ID>${fn.text(document.DocumentId, 70)}</ID><#-- D016 -->
      </Invoice>
      <#break>
      </#if>
      </#list>
      <@wco.replaced input=input/>
      <@wco.cameInWith input=input/>
      <UCR>
        <TraderAssignedReferenceID>${fn.whole(mail.Id, 35)}</TraderAssignedReferenceID><#-- 009 -->
      </UCR>
    </GoodsShipment>
  </Declaration>
</md:MetaData>
