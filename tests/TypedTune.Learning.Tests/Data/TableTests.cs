namespace TypedTune.Learning.Tests.Data;

public sealed class TableTests
{
    private static Visit[] Rows { get; } =
    [
        new() { Weight = 1, MaybeWeight = 10, Count = 5, Note = "b", Weather = Weather.Fog },
        new() { Weight = 2, Count = 6, Paid = true, Note = "a", MaybeNote = "x" },
        new() { Weight = 3, MaybeWeight = 30, Count = 7, MaybePaid = false, Note = "b" },
    ];

    [Fact]
    public void Rows_ComeBackAsTheyWere()
    {
        var table = new Table<Visit>(Rows);

        Assert.Equal(Rows, table);
        Assert.Equal(3, table.RowCount);
        Assert.Equal("3 rows of Visit", table.ToString());
    }

    [Fact]
    public void View_ShowsItsRowsInItsOrderWithRepeats()
    {
        var view = new Table<Visit>(Rows).TakeRows([2, 0, 2]);

        Assert.Equal([Rows[2], Rows[0], Rows[2]], view);
        Assert.Equal([3.0, 1.0, 3.0], view.Column(Visit.Columns.Weight));
        Assert.Equal([1, 1, 1], view.Column(Visit.Columns.Note).Codes.ToArray());
    }

    [Fact]
    public void ViewOfView_CountsRowsOfTheView() =>
        Assert.Equal([Rows[0]], new Table<Visit>(Rows).TakeRows([2, 0]).TakeRows([1]));

    [Fact]
    public void View_DoesNotFollowTheArrayOfIndices()
    {
        int[] rows = [1];
        var view = new Table<Visit>(Rows).TakeRows(rows);
        rows[0] = 0;

        Assert.Equal(Rows[1], view[0]);
    }

    [Fact]
    public void Where_KeepsTheRowsThatSatisfy() =>
        Assert.Equal([Rows[0], Rows[2]], new Table<Visit>(Rows).Where(visit => visit.Note == "b"));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void RowOutsideTheView_IsRefused(int row)
    {
        var view = new Table<Visit>(Rows).TakeRows([0, 1]);

        Assert.Throws<ArgumentOutOfRangeException>("index", () => view[row]);
        var exception = Assert.Throws<ArgumentOutOfRangeException>("rows", () => view.TakeRows([row]));
        Assert.StartsWith($"Row {row} is outside the 2 rows.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Column_IsACopy()
    {
        var table = new Table<Visit>(Rows);
        table.Column(Visit.Columns.Weight)[0] = 99;

        Assert.Equal(1, table[0].Weight);
    }

    [Fact]
    public void Numbers_AreAMatrixInTheOrderAsked()
    {
        var matrix = new Table<Visit>(Rows).TakeRows([0, 1]).Numbers(Visit.Columns.Count, Visit.Columns.MaybeWeight);

        Assert.Equal(new FeatureNames("Count", "MaybeWeight"), matrix.Names);
        Assert.Equal([5, 6, 10, double.NaN], matrix.AsColumnMajor().ToArray());
    }

    [Fact]
    public void Categories_AreAMatrixInTheOrderAsked()
    {
        var matrix = new Table<Visit>(Rows).Categories(Visit.Columns.Weather, Visit.Columns.MaybeNote);

        Assert.Equal(new FeatureNames("Weather", "MaybeNote"), matrix.Names);
        Assert.Equal(3, matrix.RowCount);
        Assert.Equal([2, 0, 0], matrix.Column(0).Codes.ToArray());
        Assert.Equal([-1, 0, -1], matrix.Column(1).Codes.ToArray());
    }

    [Fact]
    public void UndeclaredCategory_IsRefused() => Assert.StartsWith(
        "Visit.Weather is '9' in row 1, which is not a legal category. Legal are: Sun, Rain, Fog.",
        Assert.Throws<ArgumentException>("rows", () => new Table<Visit>([new Visit(), new Visit { Weather = (Weather)9 }])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Target_IsTheMarkedColumn()
    {
        var table = new Table<District>([Worth(5), Worth(7)]);

        Assert.Equal([5.0, 7.0], table.Target);
        Assert.Equal("MedianHouseValue", table.Targets.Name);
        Assert.Equal([7.0], table.TakeRows([1]).Target);
        Assert.Throws<InvalidOperationException>(() => table.Labels);

        static District Worth(double value) => new()
        {
            Longitude = 0,
            Latitude = 0,
            HousingMedianAge = 0,
            TotalRooms = 0,
            Population = 0,
            Households = 0,
            MedianIncome = 0,
            OceanProximity = "INLAND",
            MedianHouseValue = value,
        };
    }

    [Fact]
    public void RowTypeWithoutTarget_SaysSo() => Assert.Equal(
        "Visit has no [Target] property.",
        Assert.Throws<InvalidOperationException>(() => new Table<Visit>(Rows).Targets).Message);

    [Fact]
    public void SchemaWithWrongOrdinal_IsRefused() => Assert.StartsWith(
        "Visit.Count has the ordinal 2, but is column 0.",
        Assert.Throws<ArgumentException>("columns", () => new RowSchema<Visit>("Visit", [Visit.Columns.Count], _ => new Visit())).Message,
        StringComparison.Ordinal);

    [Fact]
    public void SchemaWithTwoTargets_IsRefused()
    {
        var first = new NumberColumn<Visit>("First", 0, NumberKind.Real, _ => 0) { Role = ColumnRole.Target };
        var second = new NumberColumn<Visit>("Second", 1, NumberKind.Real, _ => 0) { Role = ColumnRole.Target };

        Assert.StartsWith(
            "Visit has several columns of the role Target: First, Second.",
            Assert.Throws<ArgumentException>("columns", () => new RowSchema<Visit>("Visit", [first, second], _ => new Visit())).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void WeightsOfATable_CountInASearch()
    {
        var search = new GridSearch<Searching.PlotModel>(Searching.PlotModel.Space.Forest.Trees.In(3, 5)) { Evaluation = new KFold(3), Scoring = Metric.RootMeanSquaredError, Refit = false };
        var plots = Searching.Plot.Many(60);
        double[] weights = [.. Enumerable.Range(0, 60).Select(row => row % 2 == 0 ? 1.0 : 3.0)];

        var (alike, weighted) = (search.Fit(plots, cancellationToken: TestContext.Current.CancellationToken), search.Fit(plots.WithWeights(weights), cancellationToken: TestContext.Current.CancellationToken));

        Assert.NotEqual(alike.Trials.Select(trial => trial.Score), weighted.Trials.Select(trial => trial.Score));
        Assert.Contains("weights", Assert.Throws<ArgumentException>(() => search.Continue(alike, plots.WithWeights(weights), cancellationToken: TestContext.Current.CancellationToken)).Message);
    }

    [Fact]
    public void WeightsOfTheWrongNumber_AreRefused() =>
        Assert.StartsWith("2 weights were given for 6 rows.", Assert.Throws<ArgumentException>(() => Searching.Plot.Many(6).WithWeights([1, 2])).Message);
}
