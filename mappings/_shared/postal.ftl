<#-- An item of upu-itmatt and upu-cusitm (xsd/_shared/postal.xsd), as WCO. -->
<#import "/_shared/wco.ftl" as wco>
<#import "/_shared/party.ftl" as party>
<#assign fn = fn>

<#-- The order number as the trader's own reference; an item without an order, or with a longer number, has its identifier there. -->
<#function traderReference item>
  <#return fn.first(fn.whole(item.Order.Number, 35), item.ItemId)>
</#function>

<#macro documents item code>
  <#list item.Document as document>
      <AdditionalDocument>
        <ID>${fn.text(document.Id, 70)}</ID><#-- D005 -->
        <TypeCode>${documentType(document.Type, code)}</TypeCode><#-- D006 -->
      </AdditionalDocument>
  </#list>
  <#if item.Order.Number?has_content>
      <AdditionalDocument>
        <ID>${fn.text(item.Order.Number, 70)}</ID><#-- D005 -->
        <TypeCode>220</TypeCode><#-- D006 [none]: order (UN/EDIFACT 1001) -->
      </AdditionalDocument>
  </#if>
</#macro>

<#-- Codes of the forms in those of UN/EDIFACT 1001; what two posts agreed on stays as it is. -->
<#function documentType type code>
  <#return fn.first(code("document", type), type)>
</#function>

<#macro invoice item code>
  <#list item.Document as document>
    <#if fn.same(documentType(document.Type, code), "380")>
      <Invoice>
        <ID>${fn.text(document.Id, 70)}</ID><#-- D016 -->
        <IssueDateTime><ds:DateTimeString formatCode="102">${fn.date102(document.Date)}</ds:DateTimeString></IssueDateTime><#-- D015 -->
      </Invoice>
      <#break>
    </#if>
  </#list>
</#macro>

<#-- What CN 22 and CN 23 say and WCO has no element for. -->
<#macro itemStatements item>
      <#if item.ItemIdType><@wco.statement code="ITEM-ID-TYPE" value=item.ItemIdType/></#if>
  <#list item.LocalId as localId>
      <@wco.statement code="LOCAL-ID" value=localId/>
  </#list>
      <#if item.CustomsReference><@wco.statement code="CUSTOMS-REFERENCE" value=item.CustomsReference/></#if>
      <@wco.statement code="ORIGIN-POST" value=item.OriginPost/>
      <@wco.statement code="DESTINATION-POST" value=item.DestinationPost/>
      <@wco.statement code="MAIL-CLASS" value=item.MailClass/>
      <#if item.MailCategory><@wco.statement code="MAIL-CATEGORY" value=item.MailCategory/></#if>
      <#if item.MailSubClass><@wco.statement code="MAIL-SUB-CLASS" value=item.MailSubClass/></#if>
      <#if item.HandlingClass><@wco.statement code="HANDLING-CLASS" value=item.HandlingClass/></#if>
      <#if item.DispatchId><@wco.statement code="DISPATCH" value=item.DispatchId/></#if>
      <#if item.ReceptacleId><@wco.statement code="RECEPTACLE" value=item.ReceptacleId/></#if>
      <@wco.statement code="NATURE" value=item.NatureOfTransaction/>
      <#if item.NatureExplanation><@wco.statement code="NATURE-TEXT" value=item.NatureExplanation/></#if>
      <#if item.Original><@wco.statement code="ORIGINAL-ITEM" value=fn.joined([item.Original.ItemId, item.Original.PostingDate], " ")/></#if>
      <#if item.NonDelivery><@wco.statement code="NON-DELIVERY" value=item.NonDelivery/></#if>
      <#if item.Comment><@wco.statement code="COMMENT" value=item.Comment/></#if>
      <#if item.InsuredValue><@wco.statement code="INSURED-VALUE" value=money(item.InsuredValue)/></#if>
  <#list item.Document as document>
      <#if document.Name><@wco.statement code="DOCUMENT-NAME" value="${document.Id}: ${document.Name}"/></#if>
  </#list>
  <#if item.Order>
      <#if item.Order.Date><@wco.statement code="ORDER-DATE" value=item.Order.Date/></#if>
      <#if item.Order.SalesNumber><@wco.statement code="SALES-NUMBER" value=item.Order.SalesNumber/></#if>
      <#if item.Order.MarketplaceId><@wco.statement code="MARKETPLACE" value=item.Order.MarketplaceId/></#if>
      <#if item.Order.MarketplaceName><@wco.statement code="MARKETPLACE-NAME" value=item.Order.MarketplaceName/></#if>
      <#if item.Order.MarketplaceUrl><@wco.statement code="MARKETPLACE-URL" value=item.Order.MarketplaceUrl/></#if>
      <#if item.Order.PaymentProvider><@wco.statement code="PAYMENT-PROVIDER" value=item.Order.PaymentProvider/></#if>
      <#if item.Order.PaymentId><@wco.statement code="PAYMENT-ID" value=item.Order.PaymentId/></#if>
      <#if item.Order.PaymentTime><@wco.statement code="PAYMENT-TIME" value=item.Order.PaymentTime/></#if>
      <#if item.Order.AmountPaid><@wco.statement code="AMOUNT-PAID" value=money(item.Order.AmountPaid)/></#if>
  </#if>
      <@party.statements role="CONSIGNOR" of=item.Sender carried=true/>
      <@party.statements role="CONSIGNEE" of=item.Recipient carried=!item.Importer/>
      <#if item.Importer><@party.statements role="IMPORTER" of=item.Importer carried=true/></#if>
      <#if item.Seller><@party.statements role="SELLER" of=item.Seller carried=true/></#if>
      <#if item.Buyer><@party.statements role="BUYER" of=item.Buyer carried=true/></#if>
      <#if item.Payer><@party.statements role="PAYER" of=item.Payer carried=false/></#if>
</#macro>

<#function money amount>
  <#return "${amount} ${amount['@currency']}">
</#function>

<#-- One content piece is one goods item. Product identifiers by the types of UN/EDIFACT 7143: SK SKU, SRV GTIN, MF manufacturer's. -->
<#macro goodsItem piece code input>
        <GovernmentAgencyGoodsItem>
          <CustomsValueAmount currencyID="${piece.Value['@currency']}">${piece.Value}</CustomsValueAmount><#-- 108 -->
          <SequenceNumeric>${piece.Sequence}</SequenceNumeric><#-- 006 -->
          <#list piece.Document as document>
          <AdditionalDocument>
            <EffectiveDateTime><ds:DateTimeString formatCode="102">${fn.date102(document.Date)}</ds:DateTimeString></EffectiveDateTime><#-- 276 -->
            <ID>${fn.text(document.Id, 70)}</ID><#-- D005 -->
            <Name>${fn.text(document.Name, 35)}</Name><#-- D028 -->
            <TypeCode>${documentType(document.Type, code)}</TypeCode><#-- D006 -->
          </AdditionalDocument>
          </#list>
          <#if piece.ProductUrl><@wco.statement code="PRODUCT-URL" value=piece.ProductUrl/></#if>
          <#if fn.longer(piece.Sku, 18)><@wco.statement code="SKU" value=piece.Sku/></#if>
          <#if fn.longer(piece.ManufacturerProductId, 18)><@wco.statement code="MANUFACTURER-ID" value=piece.ManufacturerProductId/></#if>
          <Commodity>
            <Description>${fn.text(piece.Description, 512)}</Description><#-- 137 -->
            <@wco.classification hs=piece.HS/>
            <#if piece.Sku && !fn.longer(piece.Sku, 18)>
            <Classification>
              <ID>${piece.Sku}</ID><#-- 145 -->
              <IdentificationTypeCode>SK</IdentificationTypeCode>
            </Classification>
            </#if>
            <#if piece.Gtin>
            <Classification>
              <ID>${piece.Gtin}</ID><#-- 145 -->
              <IdentificationTypeCode>SRV</IdentificationTypeCode>
            </Classification>
            </#if>
            <#if piece.ManufacturerProductId && !fn.longer(piece.ManufacturerProductId, 18)>
            <Classification>
              <ID>${piece.ManufacturerProductId}</ID><#-- 145 -->
              <IdentificationTypeCode>MF</IdentificationTypeCode>
            </Classification>
            </#if>
            <DangerousGoods>
              <UNDGID>${piece.DangerousGoods}</UNDGID><#-- 506 -->
            </DangerousGoods>
            <GoodsMeasure>
              <NetNetWeightMeasure unitCode="KGM">${piece.NetWeight}</NetNetWeightMeasure><#-- 128 -->
              <#if piece.Quantity["@unit"]?has_content>
              <TariffQuantity unitCode="${piece.Quantity['@unit']}">${piece.Quantity}</TariffQuantity><#-- 130 -->
              </#if>
            </GoodsMeasure>
            <InvoiceLine>
              <ItemChargeAmount currencyID="${piece.Value['@currency']}">${piece.Value}</ItemChargeAmount><#-- 112 -->
            </InvoiceLine>
          </Commodity>
          <@wco.exportAfterImport input=input/>
          <Origin>
            <CountryCode>${piece.OriginCountry}</CountryCode><#-- 063 -->
          </Origin>
          <Packaging>
            <SequenceNumeric>1</SequenceNumeric><#-- 006 [none]: a piece has one kind of packaging -->
            <QuantityQuantity>${piece.Quantity}</QuantityQuantity><#-- 144 -->
          </Packaging>
        </GovernmentAgencyGoodsItem>
</#macro>
