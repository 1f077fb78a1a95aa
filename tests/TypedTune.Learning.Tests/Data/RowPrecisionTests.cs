using System.Globalization;

namespace TypedTune.Learning.Tests.Data;

/// <summary>A row holds the numbers that its table holds, whatever the types of its properties keep.</summary>
public sealed class RowPrecisionTests
{
    private static readonly Table<Reading> Readings = Csv.Read<Reading>(new StringReader("single,money,level,value\n" + string.Concat(
        Enumerable.Range(0, 200).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row * 0.1:F1},{row}.{row * 7919L * 7919 * 104729 % 100_000_000_000_000:D14}123,{(row % 3 == 0 ? "low" : "high")},{row}\n")))));

    [Fact]
    public void RowOfATableOfAFile_IsPredictedAsTheTableIs()
    {
        var model = new ReadingModel().Fit(Readings);
        double[] expected = model.Predict(Readings);

        for (int row = 0; row < Readings.RowCount; row++)
            Assert.Equal(expected[row], model.Predict(Readings[row]));
        Assert.Equal(expected, model.Predict(new Table<Reading>(Readings)));
        Assert.Equal((double)0.2f, Readings.Column(Reading.Columns.Single)[2]);
    }

    [Fact]
    public void CategoryThatIsNotDeclared_IsRefusedInARow()
    {
        var model = new ReadingModel().Fit(Readings);

        Assert.StartsWith(
            "Level is 'none', which is not a legal category. Legal are: low, high.",
            Assert.Throws<ArgumentException>("row", () => model.Predict(Readings[0] with { Level = "none" })).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void NumberThatATableCannotHold_IsRefusedInARow()
    {
        var model = new ReadingModel().Fit(Readings);

        Assert.StartsWith("Single is Infinity, which is not finite.", Assert.Throws<ArgumentException>("row", () => model.Predict(Readings[0] with { Single = float.PositiveInfinity })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void StepsWithAnyName_AreSaved()
    {
        var model = new ReadingModel().Fit(Readings);
        foreach (bool isJson in (bool[])[false, true])
        {
            using var stream = new MemoryStream();
            if (isJson)
                model.SaveJson(stream);
            else
                model.Save(stream);
            stream.Position = 0;

            Assert.Equal(model.Predict(Readings), ReadingModel.Fitted.Load(stream).Predict(Readings));
        }
    }

    [Fact]
    public void FittedPipeline_SaysWhatWasFitted() => Assert.StartsWith("fitted ReadingModel { Features = ", new ReadingModel().Fit(Readings).ToString(), StringComparison.Ordinal);
}
