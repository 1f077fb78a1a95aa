using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Studies;

/// <summary>Events that no study writes are refused when a history is opened, and named.</summary>
public sealed class DamagedHistoryTests
{
    private static readonly Space<Settings> Space = Settings.Space.Share.Uniform(0, 1) * Settings.Space.Count.Uniform(1, 100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void HistoryThatIsDamaged_IsRefused()
    {
        var identity = new StudyIdentity([]);
        var torn = new Fixed([new EndedEvent(0, TrialState.Complete) { Score = 1 }]);
        var foreign = new Fixed([new ProposedEvent(0, "{\"$type\":\"Elsewhere.Options\"}")]);

        Assert.StartsWith("The history is damaged: it has an event of trial 0, which was not proposed before it", Assert.Throws<InvalidDataException>(() => Run(torn)).Message);
        Assert.StartsWith("The configuration of trial 0 in the history cannot be read: ", Assert.Throws<InvalidDataException>(() => Run(foreign)).Message);
        Assert.Null(identity.FindDifference(identity));

        static void Run(IStudyStore store) => new Study<Settings>(Settings.Space.Count.In(1)) { Store = store }.Minimize(_ => 0);
    }

    public static TheoryData<StudyEvent?[], string> Damaged => new()
    {
        { [Proposed(0), null], "event 1 is null." },
        { [Proposed(-1)], "the index of a trial is -1, but must be at least 0. Look at event 0" },
        { [new ProposedEvent(0, null!)], "The configuration of trial 0 in the history cannot be read" },
        { [Proposed(0), Ended(0, 1), Ended(0, 1)], "it has an event of trial 0, which was not proposed before it, or has ended. Look at event 2" },
        { [Proposed(0), Ended(1, 1)], "it has an event of trial 1, which was not proposed before it, or has ended. Look at event 1" },
        { [Reported(0, 1, 2)], "it has an event of trial 0, which was not proposed before it, or has ended. Look at event 0" },
        { [Proposed(0), Ended(0, 1), Reported(0, 1, 2)], "it has an event of trial 0, which was not proposed before it, or has ended. Look at event 2" },
        { [Proposed(2), Proposed(0), Proposed(1), Ended(2, 1)], "it has an event of trial 2, which was not proposed before it, or has ended. Look at event 3" },
        { [Proposed(0), Proposed(1), Proposed(0), Ended(1, 1)], "it has an event of trial 1, which was not proposed before it, or has ended. Look at event 3" },
        { [Proposed(0), Reported(0, 1, double.NaN)], "trial 0 reports a value that is not a number. Look at event 1" },
        { [Proposed(0), Reported(0, 2, 1), Reported(0, 2, 1)], "trial 0 reports step 2 after step 2. Look at event 2" },
        { [Proposed(0), Ended(0, null)], "trial 0 is Complete, but its score is missing. Look at event 1" },
        { [Proposed(0), Ended(0, double.NaN)], "trial 0 is Complete, but its score is not a number. Look at event 1" },
        { [Proposed(0), new EndedEvent(0, (TrialState)7)], "trial 0 has the state 7, which there is not. Look at event 1" },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public void EventThatNoStudyWrites_IsNamed(StudyEvent?[] events, string expected)
    {
        int evaluated = 0;
        var study = new Study<Settings>(Settings.Space.Count.In(1)) { Store = new Fixed(events!) };

        Assert.Contains(expected, Assert.Throws<InvalidDataException>(() => study.Minimize(_ => evaluated++, Cancellation)).Message, StringComparison.Ordinal);
        Assert.Equal(0, evaluated);
    }

    [Fact]
    public void StoreThatReturnsNoEvents_IsRefused() => Assert.StartsWith(
        "The history is damaged: ",
        Assert.Throws<InvalidDataException>(() => new Study<Settings>(Settings.Space.Count.In(1)) { Store = new Fixed(null!) }.Minimize(_ => 0, Cancellation)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void WhatWasPending_IsProposedAndReportedAgain()
    {
        StudyEvent[] events =
        [
            Proposed(0), Proposed(1), Reported(1, 1, 0.5), Proposed(2), Ended(0, 5),
            Proposed(1), Reported(1, 1, 0.5), Ended(1, 6), Proposed(2), new EndedEvent(2, TrialState.Failed) { Error = "lost" },
            Proposed(2), Reported(2, 7, double.PositiveInfinity), Ended(2, double.NegativeInfinity),
        ];

        var result = new Study<Settings>(Settings.Space.Count.In(10, 11, 12)) { Store = new Fixed(events) }.Minimize(_ => throw new FormatException("known"), Cancellation);

        Assert.Equal([5, 6, double.NegativeInfinity], result.Trials.Select(trial => trial.Score!.Value));
        Assert.Equal([0, 1, 1], result.Trials.Select(trial => trial.Reports.Count));
    }

    private static ProposedEvent Proposed(int index) => new(index, ConfigurationText.Write(new Settings { Count = 10 + index }));

    private static ReportedEvent Reported(int index, int step, double value) => new(index, new TrialReport(step, value));

    private static EndedEvent Ended(int index, double? score) => new(index, TrialState.Complete) { Score = score };

    private sealed class Fixed(IReadOnlyList<StudyEvent> events) : IStudyStore
    {
        public IReadOnlyList<StudyEvent> Open(StudyIdentity identity) => events;

        public void Append(StudyEvent happened)
        {
        }
    }
}
