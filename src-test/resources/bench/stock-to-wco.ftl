<#ftl ns_prefixes={"D":"urn:customsgateway:upu:postal:1"} output_format="XML">
<#-- The declaration of MapSample's item for the stock FreeMarker cartridge: the bytes of mappings/upu-itmatt/to-wco.ftl, without its optional fields. -->
<#macro address of>
<Address><#t>
<CityName>${of.City}</CityName><#t>
<CountryCode>${of.Country}</CountryCode><#t>
<Line>${of.Line}</Line><#t>
<PostcodeID>${of.Postcode}</PostcodeID><#t>
</Address><#t>
</#macro>
<#function total pieces>
<#local sum = 0>
<#list pieces as piece><#local sum += piece.Value?number></#list>
<#return sum?c>
</#function>
<?xml version="1.0" encoding="UTF-8"?><#t>
<md:MetaData xmlns:md="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2" xmlns="urn:wco:datamodel:WCO:DEC-DMS:2" xmlns:ds="urn:wco:datamodel:WCO:Declaration_DS:DMS:2"><#t>
<md:WCODataModelVersionCode>3.6</md:WCODataModelVersionCode><#t>
<md:WCOTypeName>DEC</md:WCOTypeName><#t>
<md:AgencyAssignedCustomizationCode>ITMATT</md:AgencyAssignedCustomizationCode><#t>
<md:AgencyAssignedCustomizationVersionCode>1</md:AgencyAssignedCustomizationVersionCode><#t>
<Declaration><#t>
<AcceptanceDateTime><#t>
<ds:DateTimeString formatCode="102">${Item.PostingDate?replace("-", "")}</ds:DateTimeString><#t>
</AcceptanceDateTime><#t>
<FunctionCode>${input.functionCode}</FunctionCode><#t>
<FunctionalReferenceID>${Item.ItemId}</FunctionalReferenceID><#t>
<ID>${input.declarationId}</ID><#t>
<IssueDateTime><#t>
<ds:DateTimeString formatCode="304">${input.receivedAt}</ds:DateTimeString><#t>
</IssueDateTime><#t>
<TypeCode>IMD</TypeCode><#t>
<GoodsItemQuantity>${Item.ContentPiece?size}</GoodsItemQuantity><#t>
<InvoiceAmount currencyID="${Item.ContentPiece[0].Value.@currency}">${total(Item.ContentPiece)}</InvoiceAmount><#t>
<TotalGrossMassMeasure unitCode="KGM">${Item.GrossWeight}</TotalGrossMassMeasure><#t>
<TotalPackageQuantity>1</TotalPackageQuantity><#t>
<Submitter><#t>
<ID>${SenderPost}</ID><#t>
</Submitter><#t>
<AdditionalInformation><#t>
<StatementCode>ORIGIN-POST</StatementCode><#t>
<StatementDescription>${Item.OriginPost}</StatementDescription><#t>
</AdditionalInformation><#t>
<AdditionalInformation><#t>
<StatementCode>DESTINATION-POST</StatementCode><#t>
<StatementDescription>${Item.DestinationPost}</StatementDescription><#t>
</AdditionalInformation><#t>
<AdditionalInformation><#t>
<StatementCode>MAIL-CLASS</StatementCode><#t>
<StatementDescription>${Item.MailClass}</StatementDescription><#t>
</AdditionalInformation><#t>
<AdditionalInformation><#t>
<StatementCode>NATURE</StatementCode><#t>
<StatementDescription>${Item.NatureOfTransaction}</StatementDescription><#t>
</AdditionalInformation><#t>
<AdditionalInformation><#t>
<StatementCode>GW-PARTNER</StatementCode><#t>
<StatementDescription>${input.partner}</StatementDescription><#t>
</AdditionalInformation><#t>
<AdditionalInformation><#t>
<StatementCode>GW-INTERCHANGE</StatementCode><#t>
<StatementDescription>${input.interchangeId}</StatementDescription><#t>
</AdditionalInformation><#t>
<AdditionalInformation><#t>
<StatementCode>GW-VERSION</StatementCode><#t>
<StatementDescription>${input.version}</StatementDescription><#t>
</AdditionalInformation><#t>
<BorderTransportMeans><#t>
<ModeCode>5</ModeCode><#t>
</BorderTransportMeans><#t>
<Declarant><#t>
<ID>${Item.DestinationPost}</ID><#t>
</Declarant><#t>
<Exporter><#t>
<Name>${Item.Sender.Name}</Name><#t>
<@address of=Item.Sender.Address/>
<Communication><#t>
<ID>${Item.Sender.Telephone}</ID><#t>
<TypeCode>TE</TypeCode><#t>
</Communication><#t>
</Exporter><#t>
<GoodsShipment><#t>
<TransactionNatureCode>${Item.NatureOfTransaction}</TransactionNatureCode><#t>
<Consignee><#t>
<Name>${Item.Recipient.Name}</Name><#t>
<@address of=Item.Recipient.Address/>
</Consignee><#t>
<Consignor><#t>
<Name>${Item.Sender.Name}</Name><#t>
<@address of=Item.Sender.Address/>
</Consignor><#t>
<CustomsValuation><#t>
<FreightChargeAmount currencyID="${Item.Postage.@currency}">${Item.Postage}</FreightChargeAmount><#t>
</CustomsValuation><#t>
<Destination><#t>
<CountryCode>${Item.DestinationPost?substring(0, 2)}</CountryCode><#t>
</Destination><#t>
<#list Item.FiscalReference as fiscal>
<DomesticDutyTaxParty><#t>
<ID>${fiscal.Id}</ID><#t>
<RoleCode>${fiscal.Role}</RoleCode><#t>
</DomesticDutyTaxParty><#t>
</#list>
<ExportCountry><#t>
<ID>${Item.OriginPost?substring(0, 2)}</ID><#t>
</ExportCountry><#t>
<#list Item.ContentPiece as piece>
<GovernmentAgencyGoodsItem><#t>
<CustomsValueAmount currencyID="${piece.Value.@currency}">${piece.Value}</CustomsValueAmount><#t>
<SequenceNumeric>${piece.Sequence}</SequenceNumeric><#t>
<Commodity><#t>
<Description>${piece.Description}</Description><#t>
<Classification><#t>
<ID>${piece.HS?substring(0, 6)}</ID><#t>
<IdentificationTypeCode>HS</IdentificationTypeCode><#t>
</Classification><#t>
<GoodsMeasure><#t>
<NetNetWeightMeasure unitCode="KGM">${piece.NetWeight}</NetNetWeightMeasure><#t>
</GoodsMeasure><#t>
<InvoiceLine><#t>
<ItemChargeAmount currencyID="${piece.Value.@currency}">${piece.Value}</ItemChargeAmount><#t>
</InvoiceLine><#t>
</Commodity><#t>
<Origin><#t>
<CountryCode>${piece.OriginCountry}</CountryCode><#t>
</Origin><#t>
<Packaging><#t>
<SequenceNumeric>1</SequenceNumeric><#t>
<QuantityQuantity>${piece.Quantity}</QuantityQuantity><#t>
</Packaging><#t>
</GovernmentAgencyGoodsItem><#t>
</#list>
<Importer><#t>
<Name>${Item.Recipient.Name}</Name><#t>
<@address of=Item.Recipient.Address/>
<Communication><#t>
<ID>${Item.Recipient.Email}</ID><#t>
<TypeCode>EM</TypeCode><#t>
</Communication><#t>
</Importer><#t>
<UCR><#t>
<TraderAssignedReferenceID>${Item.ItemId}</TraderAssignedReferenceID><#t>
</UCR><#t>
</GoodsShipment><#t>
</Declaration><#t>
</md:MetaData><#t>
