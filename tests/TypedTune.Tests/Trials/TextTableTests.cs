using TypedTune.Tests.Spaces;

namespace TypedTune.Tests.Trials;

public sealed class TrialTableTests
{
    [Fact]
    public void Columns_AreAlignedNumbersToTheRightAndWordsToTheLeft()
    {
        using var german = new Culture("de-DE");
        var p = Settings.Space;

        var result = new Study<Settings>(p.Share.In(0.5, 0.125) * p.Name.In("a", "long")).Minimize(settings => settings.Share * settings.Name.Length, TestContext.Current.CancellationToken);

        Assert.Equal(
            """
            rank  score  Share  Name
               1  0.125  0.125  a
               2    0.5    0.5  a
               2    0.5  0.125  long
               4      2    0.5  long

            """.ReplaceLineEndings(),
            result.ToTable().ToString());
    }

    [Fact]
    public void FailedTrial_ComesLastWithItsMessageOnOneLine()
    {
        var result = new Study<Toy>(Toy.Space.Height.In(1, 2)).Minimize(toy => toy.Height == 1 ? throw new FormatException("bad\r\nheight") : 3, TestContext.Current.CancellationToken);

        Assert.Equal(
            """
            rank    score       Height
            1       3                2
            failed  bad height       1

            """.ReplaceLineEndings(),
            result.ToTable().ToString());
        Assert.Equal("bad\r\nheight", result.ToTable().Rows[1][1]);
    }

    [Fact]
    public void NullAndAbsent_AreToldApart()
    {
        var grid = (Vehicle.Space.Engine.Diesel.Cylinders.In(6) * Vehicle.Space.Wheels.In(3)) + Vehicle.Space.Engine.Electric.Range.In(5);

        var table = new Study<Vehicle>(grid).Minimize(_ => 1, TestContext.Current.CancellationToken).ToTable();

        Assert.Equal(["rank", "score", "Cylinders", "Wheels", "Range"], table.Headers);
        Assert.Equal([["1", "1", "6", "3", ""], ["1", "1", "", "4", "5"]], table.Rows);
    }
}
