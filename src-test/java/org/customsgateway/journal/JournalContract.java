package org.customsgateway.journal;

/** What a journal must hold to, whatever database is under it. */
interface JournalContract
        extends InterchangesContract,
                ItemsContract,
                DecisionsContract,
                RepliesContract,
                NodesContract,
                FeedContract,
                ReturnsContract,
                As2Contract,
                PurgeContract,
                PurgeBytesContract,
                AccessContract,
                BacklogContract,
                QualityContract,
                SightingsContract {}
